import { describe, expect, it } from "vitest";
import { dragged, squareOf, WHOLE } from "./crop";

const WIDE = { width: 400, height: 200 };

describe("the square of a picture", () => {
  it("is the middle and as large as it can be, until somebody says otherwise", () => {
    expect(squareOf(WHOLE, WIDE)).toEqual({ left: 100, top: 0, side: 200 });
    expect(squareOf(WHOLE, { width: 200, height: 400 })).toEqual({ left: 0, top: 100, side: 200 });
  });

  it("is smaller the closer one looks, and stays inside at every end", () => {
    const close = { zoom: 4, x: 1, y: 1 };
    expect(squareOf(close, WIDE)).toEqual({ left: 350, top: 150, side: 50 });
    expect(squareOf({ ...close, x: 0, y: 0 }, WIDE)).toEqual({ left: 0, top: 0, side: 50 });
  });

  it("follows the hand, as far as there is a way to go", () => {
    const way = { right: -25, down: 40, shownSide: 100 };
    // A pixel on the screen is two of the picture; upwards and downwards there is no more to see.
    expect(squareOf(dragged(WHOLE, way, WIDE), WIDE)).toEqual({ left: 150, top: 0, side: 200 });
    expect(dragged(WHOLE, { ...way, right: 1_000 }, WIDE)).toEqual({ zoom: 1, x: 0, y: 0.5 });
  });
});
