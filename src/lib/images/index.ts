import { Problem } from "@/lib/errors";
import { WorkerPool } from "@/lib/hashing/pool";
import { processWide } from "@/lib/process-wide.mjs";
import type { ImageTask, RenderedImages } from "./image-process.mjs";
import { startImageWorker } from "./image-worker";

/** About what a photograph takes. It decides how many may wait. */
const EXPECTED_MS = 250;

/**
 * An image from anywhere as WebP, once for each of the sizes (from the largest to the smallest), in their order. One at a time,
 * in a process that gives way to the others. Throws INVALID_IMAGE, and SERVICE_UNAVAILABLE where too many are waiting.
 */
export async function renderImage(task: ImageTask): Promise<Uint8Array[]> {
  const images = await pool().run<RenderedImages>(task, { expectedMs: EXPECTED_MS });
  if (images === null) throw new Problem("INVALID_IMAGE");
  return images;
}

function pool() {
  return processWide(
    "images",
    () =>
      new WorkerPool({
        startWorker: startImageWorker,
        workers: 1,
        mostWaiting: 8,
        longestWaitMs: 2_000,
        deadlineMs: 4_000,
      }),
  );
}
