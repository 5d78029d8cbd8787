import { randomUUID } from "node:crypto";
import { right, wrong } from "../ground/finding.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {import("../../../src/lib/settings").Settings} Settings
 */

const TIMEOUT_MS = 5_000;

/**
 * Whether a file can be put there, read and taken away, as the product does it.
 *
 * @param {Pick<Settings, "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY" | "S3_SECRET_KEY" | "S3_FORCE_PATH_STYLE">} settings
 * @returns {Promise<Finding[]>}
 */
export async function checkBucket({ S3_BUCKET: Bucket, ...settings }) {
  if (Bucket === undefined) return [];
  const { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } = await import(
    "@aws-sdk/client-s3"
  );
  const client = new S3Client({
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    credentials: {
      accessKeyId: String(settings.S3_ACCESS_KEY),
      secretAccessKey: String(settings.S3_SECRET_KEY),
    },
    forcePathStyle: settings.S3_FORCE_PATH_STYLE === "on",
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 1,
  });
  const options = () => ({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
  const Key = `doctor/${randomUUID()}`;
  try {
    await client.send(new PutObjectCommand({ Bucket, Key, Body: "of the doctor's" }), options());
    await client.send(new GetObjectCommand({ Bucket, Key }), options());
    await client.send(new DeleteObjectCommand({ Bucket, Key }), options());
    return [right(`Bucket ${Bucket}: files can be written, read and deleted`)];
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    const todo =
      name === "NoSuchBucket"
        ? "Make it, or name another in S3_BUCKET."
        : "Look at the S3_ settings and at what that key may do.";
    return [wrong(`Bucket ${Bucket}: a file can't be kept there (${name}: ${message}).`, todo)];
  } finally {
    client.destroy();
  }
}
