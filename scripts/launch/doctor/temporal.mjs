import http2 from "node:http2";
import { TASK_QUEUE } from "../../../src/lib/task-queue.mjs";
import { doubtful, right, wrong } from "../ground/finding.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {{ status: number, body: Buffer }} Answer of gRPC
 */

// Temporal is asked in its own language, gRPC, of which two calls are all that is needed: its client is the worker's, of 150 MB.

const SERVICE = "/temporal.api.workflowservice.v1.WorkflowService";
const TIMEOUT_MS = 5_000;
const WORKFLOW_TASKS = 1;
/** Statuses of gRPC. */
const OK = 0;
const NOT_FOUND = 5;
const REFUSALS = [7, 16];

/**
 * Whether it is a Temporal, has our namespace, and a worker of ours looks there for jobs: servers run none themselves then.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<Finding>}
 */
export async function checkTemporal(env) {
  const { TEMPORAL_ADDRESS: address = "", TEMPORAL_TLS_CA, TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY } = env;
  const namespace = env.TEMPORAL_NAMESPACE || "default";
  const isTls = Boolean(TEMPORAL_TLS_CA || TEMPORAL_TLS_CERT || TEMPORAL_TLS_KEY);
  const url = `${isTls ? "https" : "http"}://${address}`;
  if (!URL.canParse(url)) return wrong("TEMPORAL_ADDRESS is not an address.", "Write it as host:port.");

  let session;
  try {
    session = http2.connect(url, {
      ca: TEMPORAL_TLS_CA || undefined,
      cert: TEMPORAL_TLS_CERT || undefined,
      key: TEMPORAL_TLS_KEY || undefined,
    });
    const { status } = await call(session, "DescribeNamespace", text(1, namespace));
    if (status !== OK) return explainStatus(status, { address, namespace });
    const queue = [text(1, namespace), message(2, text(1, TASK_QUEUE)), number(3, WORKFLOW_TASKS)];
    const workers = await call(session, "DescribeTaskQueue", Buffer.concat(queue));
    if (workers.status !== OK) return explainStatus(workers.status, { address, namespace });
    const found = `TEMPORAL_ADDRESS: ${address} has the namespace ${namespace}`;
    if (has(1, workers.body)) return right(`${found}, and a worker asks for jobs there`);
    return doubtful(
      `${found}, and no worker has asked for jobs there for minutes: none are run.`,
      "Start one: npm run worker; under Compose, the profile temporal.",
    );
  } catch (error) {
    return explain(/** @type {NodeJS.ErrnoException} */ (error), { address, isTls });
  } finally {
    session?.destroy();
  }
}

/**
 * @param {number} status
 * @param {{ address: string, namespace: string }} asked
 */
function explainStatus(status, { address, namespace }) {
  if (status === NOT_FOUND)
    return wrong(
      `TEMPORAL_NAMESPACE: there is no namespace ${namespace} at ${address}.`,
      `Make it: temporal operator namespace create --namespace ${namespace}; or name another.`,
    );
  if (REFUSALS.includes(status))
    return wrong(
      `TEMPORAL_ADDRESS: ${address} refuses us in the namespace ${namespace} (gRPC status ${status}).`,
      "Look at what the certificate in TEMPORAL_TLS_CERT is good for.",
    );
  return wrong(
    `TEMPORAL_ADDRESS: ${address} answers, but not as Temporal does (gRPC status ${status}).`,
    "Its frontend is meant, usually at port 7233. Its log may say more.",
  );
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {{ address: string, isTls: boolean }} tried
 * @returns {Finding}
 */
export function explain({ code = "", message: said }, { address, isTls }) {
  if (code === "ECONNREFUSED")
    return wrong(
      `TEMPORAL_ADDRESS: nobody listens at ${address}.`,
      "Start Temporal, fix the address (usually port 7233), or empty the setting: servers run the jobs themselves then.",
    );
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return wrong(`TEMPORAL_ADDRESS: the name in ${address} is not known here.`, "Look at how it is spelled.");
  if (code === "ETIMEDOUT")
    return wrong(
      `TEMPORAL_ADDRESS: ${address} does not answer.`,
      "Look at the address, and at firewalls between.",
    );
  if (code.startsWith("ERR_OSSL_"))
    return wrong(
      `TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY can't be used (${code}).`,
      "Both are PEM, and the key is that certificate's; a path goes into TEMPORAL_TLS_CERT_FILE and TEMPORAL_TLS_KEY_FILE.",
    );
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL/.test(code))
    return wrong(
      `TEMPORAL_ADDRESS: ${address} does not begin with TLS.`,
      "Empty the TEMPORAL_TLS_ settings, or name the port that does.",
    );
  if (/CERTIFICATE_REQUIRED|ALERT/.test(code))
    return wrong(
      `TEMPORAL_ADDRESS: ${address} does not take our certificate, or wants one (${code}).`,
      "Set TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY to one that it trusts.",
    );
  if (/CERT|SIGNATURE|ALTNAME/.test(code))
    return wrong(
      `TEMPORAL_ADDRESS: the certificate of ${address} is not trusted (${code}).`,
      "Set TEMPORAL_TLS_CA to its authority's certificate, and use the name that the certificate is for.",
    );
  return wrong(
    `TEMPORAL_ADDRESS: ${address} does not speak gRPC${isTls ? "" : " without TLS"} (${code || said}).`,
    isTls
      ? "Its frontend is meant, usually at port 7233."
      : "Its frontend is meant, usually at port 7233, not its UI (8233). Where it wants TLS, set TEMPORAL_TLS_CA.",
  );
}

/**
 * @param {http2.ClientHttp2Session} session
 * @param {string} method
 * @param {Buffer} asked
 * @returns {Promise<Answer>}
 */
async function call(session, method, asked) {
  const silence = Object.assign(new Error(), { code: "ETIMEDOUT" });
  const late = setTimeout(() => session.destroy(silence), TIMEOUT_MS);
  try {
    return await new Promise((resolve, reject) => {
      session.once("error", reject);
      const stream = session.request({
        ":method": "POST",
        ":path": `${SERVICE}/${method}`,
        "content-type": "application/grpc",
        te: "trailers",
      });
      /** @type {http2.IncomingHttpHeaders} */
      let told = {};
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on("response", (headers) => {
        told = headers;
      });
      stream.on("trailers", (trailers) => {
        told = { ...told, ...trailers };
      });
      stream.on("data", (chunk) => chunks.push(chunk));
      // The session's says why.
      stream.on("error", () => {});
      stream.on("close", () => {
        const status = told["grpc-status"];
        if (status === undefined)
          setImmediate(
            reject,
            Object.assign(new Error("no gRPC"), { code: `HTTP ${told[":status"] ?? "none"}` }),
          );
        // Behind one byte of flags and four of length.
        else resolve({ status: Number(status), body: Buffer.concat(chunks).subarray(5) });
      });
      const head = Buffer.alloc(5);
      head.writeUInt32BE(asked.length, 1);
      stream.end(Buffer.concat([head, asked]));
    });
  } finally {
    clearTimeout(late);
  }
}

// As much of Protocol Buffers as these calls take.

/** @param {number} value */
function varint(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

/** @param {number} field @param {Buffer} content */
function message(field, content) {
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

/** @param {number} field @param {string} value */
function text(field, value) {
  return message(field, Buffer.from(value));
}

/** @param {number} field @param {number} value */
function number(field, value) {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

/**
 * Whether there is such a field in a message. They come in the order of their numbers, so that the first one tells of the lowest.
 *
 * @param {1} lowest
 * @param {Buffer} body
 */
function has(lowest, body) {
  return body.length > 0 && (body[0] ?? 0) >> 3 === lowest;
}
