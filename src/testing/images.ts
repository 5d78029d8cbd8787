import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { Problem } from "@/lib/errors";

// Images as people send them, and as nobody should.

/** A busy machine refuses what it can't render in time, and is asked again. */
export async function untilRendered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const answer = await ask();
      if (!(answer instanceof Response) || answer.status !== 503) return answer;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "SERVICE_UNAVAILABLE") throw error;
    }
  }
}

type Format = "png" | "jpeg" | "webp" | "gif" | "avif";

const RED = { r: 200, g: 30, b: 30 };

function blank(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: RED } });
}

export async function imageOf(
  format: Format,
  { width = 400, height = 300 } = {},
): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await blank(width, height).toFormat(format).toBuffer());
}

/** Left half red, right half blue, stored lying on its side, with a place where it was taken and a name in it. */
export async function photograph(): Promise<Buffer> {
  const blue = await sharp({ create: { width: 200, height: 300, channels: 3, background: "blue" } })
    .png()
    .toBuffer();
  return blank(400, 300)
    .composite([{ input: blue, left: 200, top: 0 }])
    .withExif({
      IFD0: { Artist: "Ada Lovelace" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export function cmykImage() {
  return blank(120, 90).toColourspace("cmyk").jpeg().toBuffer();
}

export function deepImage() {
  return blank(120, 90).toColourspace("rgb16").png().toBuffer();
}

/** Ten frames, the first of them red. */
export async function animation(format: "gif" | "webp"): Promise<Buffer> {
  const frames = await Promise.all(
    Array.from({ length: 10 }, (_, frame) =>
      sharp({
        create: {
          width: 60,
          height: 60,
          channels: 3,
          background: frame === 0 ? RED : { r: 0, g: frame, b: 200 },
        },
      })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>alert(1)</script></svg>',
);

/** A picture to one program and a page to another. */
export async function polyglot(): Promise<Buffer> {
  return Buffer.concat([await imageOf("jpeg"), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
}

/** A PNG of a few hundred kilobytes at most, of so many pixels. */
export function pixelBomb(width: number, height: number): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
