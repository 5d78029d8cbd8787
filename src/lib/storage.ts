import path from "node:path";
import type { Disk } from "flydrive";
import type { DriverContract } from "flydrive/types";
import { Problem } from "./errors";
import { RETRY_AFTER_SECONDS } from "./overdue.mjs";
import { processWide } from "./process-wide.mjs";
import { type Settings, settings } from "./settings";

// Files: in a folder of this machine, or in a bucket where S3_BUCKET is set. What can't be reached is SERVICE_UNAVAILABLE, and
// soon: with both tries an answer of the bucket's is there before a request is overdue, or it isn't.

const CONNECT_MS = 1_000;
const ANSWER_MS = 1_500;
const TRIES = 2;

const NOT_THERE = new Set(["ENOENT", "NoSuchKey", "NotFound"]);

export async function storeFile(key: string, bytes: Uint8Array) {
  await ask((disk) => disk.put(key, bytes));
}

/** Null where there is none. */
export function findFile(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return ask(async (disk) => {
    try {
      return new Uint8Array(await disk.getBytes(key));
    } catch (error) {
      if (isNotThere(error)) return null;
      throw error;
    }
  });
}

/** All that lies in a folder, and in those below. It need not be there. */
export async function deleteFolder(folder: string) {
  await ask((disk) => disk.deleteAll(folder));
}

async function ask<T>(work: (disk: Disk) => Promise<T>): Promise<T> {
  try {
    return await work(await disk());
  } catch (cause) {
    throw new Problem("SERVICE_UNAVAILABLE", { retryAfterSeconds: RETRY_AFTER_SECONDS, cause });
  }
}

function isNotThere(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (NOT_THERE.has(cause.name) || NOT_THERE.has(String((cause as { code?: unknown }).code))) return true;
  }
  return false;
}

type Opened = { settings?: Settings; disk?: Promise<Disk> };

/** Opened once, and anew where the settings are others (in tests). */
function disk(): Promise<Disk> {
  const opened = processWide<Opened>("storage", () => ({}));
  const current = settings();
  if (opened.settings === current && opened.disk) return opened.disk;
  opened.settings = current;
  opened.disk = open(current);
  return opened.disk;
}

/** Loaded when the first file is asked for, the bucket's part only where there is one: starting has no use for its weight. */
async function open(current: Settings): Promise<Disk> {
  const { Disk } = await import("flydrive");
  return new Disk(current.S3_BUCKET === undefined ? await openFolder(current) : await openBucket(current));
}

async function openFolder({ STORAGE }: Settings): Promise<DriverContract> {
  const { FSDriver } = await import("flydrive/drivers/fs");
  return new FSDriver({ location: path.resolve(STORAGE), visibility: "private" });
}

async function openBucket(current: Settings): Promise<DriverContract> {
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new S3Driver({
    bucket: current.S3_BUCKET as string,
    endpoint: current.S3_ENDPOINT,
    region: current.S3_REGION,
    credentials: {
      accessKeyId: current.S3_ACCESS_KEY as string,
      secretAccessKey: current.S3_SECRET_KEY as string,
    },
    forcePathStyle: current.S3_FORCE_PATH_STYLE === "on",
    visibility: "private",
    // Only Amazon's own knows all of its newer checksums, and not every bucket has access lists.
    supportsACL: false,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: TRIES,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  });
}
