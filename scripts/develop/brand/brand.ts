import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { PICTURES, png, texts } from "./files";

// npm run brand: makes what depends on src/brand.ts and can't read it.

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FAVICON = 32;

function write(name: string, content: string | Buffer) {
  writeFileSync(path.join(ROOT, name), content);
  console.log(name);
}

for (const [name, text] of Object.entries(texts())) write(name, text);
for (const [name, size] of Object.entries(PICTURES)) write(name, await png(size));

/** For who asks for /favicon.ico without having read a page: one PNG in the container that it has to be. */
const image = await sharp(Buffer.from(texts()["src/app/icon.svg"] ?? ""), { density: 96 })
  .resize(FAVICON)
  .ensureAlpha()
  .png()
  .toBuffer();
const header = Buffer.alloc(22);
header.writeUInt16LE(1, 2);
header.writeUInt16LE(1, 4);
header.writeUInt8(FAVICON, 6);
header.writeUInt8(FAVICON, 7);
header.writeUInt16LE(1, 10);
header.writeUInt16LE(32, 12);
header.writeUInt32LE(image.length, 14);
header.writeUInt32LE(header.length, 18);
write("src/app/favicon.ico", Buffer.concat([header, image]));
