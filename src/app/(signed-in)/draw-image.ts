import type { Size, Square } from "./crop";

/** Twice the largest that is kept, so that it stays sharp. */
const MOST_PIXELS = 512;

/** A part of a picture as a file that is small enough to send. */
export function drawPart(image: HTMLImageElement, { left, top, side }: Square): Promise<Blob> {
  const size = Math.min(MOST_PIXELS, Math.ceil(side));
  return draw({ width: size, height: size }, (context) =>
    context.drawImage(image, left, top, side, side, 0, 0, size, size),
  );
}

/** All of it. */
export function drawWhole(image: HTMLImageElement): Promise<Blob> {
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, MOST_PIXELS / Math.max(naturalWidth, naturalHeight));
  const width = Math.max(1, Math.round(naturalWidth * scale));
  const height = Math.max(1, Math.round(naturalHeight * scale));
  return draw({ width, height }, (context) => context.drawImage(image, 0, 0, width, height));
}

function draw(size: Size, paint: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = Object.assign(document.createElement("canvas"), size);
  const context = canvas.getContext("2d");
  if (context) paint(context);
  return new Promise((resolve, reject) =>
    // A browser that can't write WebP writes PNG, which is as welcome.
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("Nothing was drawn"))),
      "image/webp",
      0.92,
    ),
  );
}

/** Rejects where the browser can't read it. */
export async function loadImage(file: Blob): Promise<HTMLImageElement> {
  // Asked first, since it says no in silence: of an element that can't show its picture the console hears.
  (await createImageBitmap(file)).close();
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  return image;
}
