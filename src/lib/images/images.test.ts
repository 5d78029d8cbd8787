import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  animation,
  cmykImage,
  deepImage,
  imageOf,
  photograph,
  pixelBomb,
  polyglot,
  SVG,
  untilRendered,
} from "@/testing/images";
import { renderImage } from ".";

function render(bytes: Uint8Array, fit: "cover" | "inside" = "cover") {
  return untilRendered(() => renderOnce(bytes, fit));
}

function renderOnce(bytes: Uint8Array, fit: "cover" | "inside" = "cover") {
  return renderImage({ bytes, sizes: [256, 64], fit });
}

async function colorOf(image: Uint8Array, left = 0.5) {
  const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width * left)) * info.channels;
  return ["red", "green", "blue"][
    [...data.subarray(at, at + 3)].reduce((most, value, index, all) => (value > all[most]! ? index : most), 0)
  ];
}

describe("an image that can be read", () => {
  it.each([
    ["a PNG", () => imageOf("png")],
    ["a JPEG", () => imageOf("jpeg")],
    ["a WebP", () => imageOf("webp")],
    ["a GIF", () => imageOf("gif")],
    ["an AVIF", () => imageOf("avif")],
    ["CMYK", cmykImage],
    ["16 bits a channel", deepImage],
    ["an animated GIF", () => animation("gif")],
    ["an animated WebP", () => animation("webp")],
    ["one pixel", () => imageOf("png", { width: 1, height: 1 })],
    ["a strip", () => imageOf("png", { width: 9_000, height: 1 })],
    ["what is a page as well", polyglot],
  ])("%s becomes a still WebP of each size, with nothing but its pixels", async (_, make) => {
    const images = await render(await make());
    const found = await Promise.all(images.map((image) => sharp(image).metadata()));
    for (const { format, width, height, space, depth, exif, icc, xmp, pages } of found) {
      expect({ format, space, depth, exif, icc, xmp, pages: pages ?? 1 }).toEqual({
        format: "webp",
        space: "srgb",
        depth: "uchar",
        exif: undefined,
        icc: undefined,
        xmp: undefined,
        pages: 1,
      });
      expect(width).toBe(height);
    }
    expect(found.map(({ width }) => width)).toEqual([256, 64]);
    expect(await colorOf(images[0]!)).toBe("red");
    expect(Buffer.concat(images).includes("script")).toBe(false);
  });

  it("stands upright and says no more where it was taken", async () => {
    const original = await photograph();
    expect(original.includes("Ada Lovelace")).toBe(true);
    const [image] = await render(original);
    expect((await sharp(image).metadata()).exif).toBeUndefined();
    expect(Buffer.from(image!).includes("Lovelace")).toBe(false);
    // What was left is above now.
    const turned = await sharp(image).rotate(-90).toBuffer();
    expect([await colorOf(turned, 0.1), await colorOf(turned, 0.9)]).toEqual(["red", "blue"]);
  });

  it("keeps its whole and its transparency where nothing is to be cut off, and isn't enlarged", async () => {
    const logo = await sharp({
      create: { width: 400, height: 100, channels: 4, background: { r: 0, g: 90, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const sizes = await Promise.all((await render(logo, "inside")).map((image) => sharp(image).metadata()));
    expect(sizes.map(({ width, height, hasAlpha }) => [width, height, hasAlpha])).toEqual([
      [256, 64, true],
      [64, 16, true],
    ]);
    const small = await imageOf("png", { width: 100, height: 50 });
    const [image] = await render(small, "inside");
    expect((await sharp(image).metadata()).width).toBe(100);
  });
});

describe("what is refused", () => {
  it.each([
    ["nothing", () => Buffer.alloc(0)],
    ["text", () => Buffer.from("hello")],
    ["SVG", () => SVG],
    ["a TIFF", () => sharp(SVG).tiff().toBuffer()],
    ["a PDF", () => Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")],
    ["half a JPEG", async () => (await imageOf("jpeg")).subarray(0, 600)],
    ["a PNG of 900 million pixels", () => pixelBomb(30_000, 30_000)],
    ["a PNG that says it has more pixels than any machine", () => pixelBombHeader()],
  ])("%s", async (_, make) => {
    await expect(render(await make())).rejects.toThrow("INVALID_IMAGE");
  });

  it("what comes while too many are waiting, which are told to come back", async () => {
    const image = await imageOf("png", { width: 3_000, height: 3_000 });
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => renderOnce(image)));
    const refused = all.filter((one) => one.status === "rejected").map(({ reason }) => reason);
    expect(refused.length).toBeGreaterThan(0);
    for (const problem of refused) expect(problem).toFailWith("SERVICE_UNAVAILABLE");
    await expect(render(await imageOf("png"))).resolves.toHaveLength(2);
  });
});

it.runIf(process.platform === "linux")(
  "every thread that decodes gives way to the ones that hash passwords",
  async () => {
    const child = fork("src/lib/images/image-process.mjs", { execArgv: [], serialization: "advanced" });
    try {
      child.send({
        bytes: await imageOf("jpeg", { width: 2_000, height: 2_000 }),
        sizes: [256],
        fit: "cover",
      });
      await once(child, "message");
      const priorities = readdirSync(`/proc/${child.pid}/task`).map((thread) =>
        priorityOf(`/proc/${child.pid}/task/${thread}/stat`),
      );
      expect(priorities.length).toBeGreaterThan(4);
      expect(Math.min(...priorities)).toBeGreaterThanOrEqual(15);
    } finally {
      child.kill("SIGKILL");
    }
  },
);

/** The nineteenth field; the second may have spaces in it, and ends with a bracket. */
function priorityOf(stat: string) {
  return Number(readFileSync(stat, "utf8").split(") ").at(-1)?.split(" ")[16]);
}

function pixelBombHeader() {
  const bomb = pixelBomb(8, 8);
  bomb.writeUInt32BE(0x7fffffff, 16);
  bomb.writeUInt32BE(0x7fffffff, 20);
  return bomb;
}
