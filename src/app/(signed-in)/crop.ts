// Which square of a picture is shown. All in parts of the picture, so that it holds in any size.

export type Size = { width: number; height: number };

/** Zoom 1 is the largest square there is; x and y, from 0 to 1, are how far it has gone of the way that it can. */
export type Crop = { zoom: number; x: number; y: number };

export const WHOLE: Crop = { zoom: 1, x: 0.5, y: 0.5 };
export const MOST_ZOOM = 4;

export type Square = { left: number; top: number; side: number };

export function squareOf({ zoom, x, y }: Crop, { width, height }: Size): Square {
  const side = Math.min(width, height) / zoom;
  return { left: (width - side) * x, top: (height - side) * y, side };
}

type Way = { right: number; down: number /** Of the square, as it is shown. */; shownSide: number };

/** What it is after somebody has dragged the picture that far. */
export function dragged(crop: Crop, { right, down, shownSide }: Way, size: Size): Crop {
  const { side } = squareOf(crop, size);
  const perPixel = side / shownSide;
  return {
    ...crop,
    x: within(crop.x - share(right * perPixel, size.width - side)),
    y: within(crop.y - share(down * perPixel, size.height - side)),
  };
}

/** Where there is no way to go, none was gone. */
function share(part: number, whole: number) {
  return whole > 0 ? part / whole : 0;
}

function within(value: number) {
  return Math.min(1, Math.max(0, value));
}
