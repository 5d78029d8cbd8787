import { readdirSync } from "node:fs";
import os from "node:os";
import sharp from "sharp";

// A process of its own for what strangers send: decoding gives way to everything else on the machine, has none of the
// server's secrets, and takes nobody along if a decoder crashes. It ends with its parent, or when nobody has needed it for a while.

/** Below the threads that hash passwords: nobody waits to sign in because of a picture. */
const PRIORITY = 15;
const MOST_PIXELS = 32_000_000;
const IDLE_MS = 60_000;

giveWay();
sharp.cache(false);
sharp.concurrency(1);
// Of all that libvips can read (SVG, PDF and TIFF among it) only these.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}Buffer`),
});

/** To Linux a priority is one thread's. What decodes are threads that were there before this line, or are begun by those. */
function giveWay() {
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
  for (const thread of threads) os.setPriority(thread, Math.max(PRIORITY, os.getPriority(thread)));
}

/**
 * @typedef {{ bytes: Uint8Array, sizes: number[], fit: "cover" | "inside" }} ImageTask sizes from the largest to the smallest
 * @typedef {Buffer[] | null} RenderedImages null where it is no image that may be read
 */

/**
 * The first frame, upright, in sRGB, with nothing of the file's own but its pixels.
 *
 * @param {ImageTask} task
 * @returns {Promise<RenderedImages>}
 */
async function render({ bytes, sizes, fit }) {
  try {
    /** @type {Buffer[]} */
    const images = [];
    let source = sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: "error" }).autoOrient();
    for (const size of sizes) {
      const { data, info } = await source
        .resize(size, size, { fit, withoutEnlargement: fit === "inside" })
        .toColourspace("srgb")
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      images.push(await sharp(data, { raw }).webp({ quality: 84 }).toBuffer());
      source = sharp(data, { raw });
    }
    return images;
  } catch {
    return null;
  }
}

const idle = setTimeout(() => process.exit(), IDLE_MS);
process.on("message", async (/** @type {ImageTask} */ task) => {
  idle.refresh();
  const images = await render(task);
  idle.refresh();
  process.send?.(images);
});
process.on("disconnect", () => process.exit());
