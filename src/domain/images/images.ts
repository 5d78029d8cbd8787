import { randomUUID } from "node:crypto";
import type { SQL } from "drizzle-orm";
import { inSeconds } from "@/db/sql";
import { Problem } from "@/lib/errors";
import { renderImage } from "@/lib/images";
import { deleteFolder, findFile, storeFile } from "@/lib/storage";
import { IMAGE_SIZES, type ImageSize } from "./schema";

// An image has a folder of its own under that of whatever it shows, named by a version that nobody can guess.

export type StoredImage = { folder: string; version: string };

export function newVersion(): string {
  return randomUUID();
}

/** Much longer than an upload may take. */
const UNUSED_AFTER_SECONDS = 3_600;

type Incoming = StoredImage & {
  bytes: Uint8Array;
  fit: "cover" | "inside";
  /** Promises that it goes where nothing names it by then. */
  discardUnused: (at: SQL<Date>) => Promise<void>;
};

/** Stores what an image looks like, in each size; the file that was sent is never kept. */
export async function storeImage({ folder, version, bytes, fit, discardUnused }: Incoming) {
  // Before the files are there: should this end in between, they are found all the same.
  await discardUnused(inSeconds(UNUSED_AFTER_SECONDS));
  const images = await renderImage({ bytes, sizes: [...IMAGE_SIZES], fit });
  const named = IMAGE_SIZES.map((size, index) => ({ size, image: images[index] as Uint8Array }));
  await Promise.all(named.map(({ size, image }) => storeFile(keyOf({ folder, version }, size), image)));
}

export async function readImage(image: StoredImage, size: ImageSize): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await findFile(keyOf(image, size));
  if (bytes === null) throw new Problem("NOT_FOUND");
  return bytes;
}

export async function deleteImage({ folder, version }: StoredImage) {
  await deleteFolder(`${folder}/${version}`);
}

function keyOf({ folder, version }: StoredImage, size: ImageSize) {
  return `${folder}/${version}/${size}.webp`;
}
