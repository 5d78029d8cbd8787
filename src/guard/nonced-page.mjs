import { randomBytes } from "node:crypto";
import { constants, crc32, deflateRawSync } from "node:zlib";

// A page as its bytes, with places for the nonce of each answer. Compressed once: between the places stand pieces of a DEFLATE
// stream (RFC 1951), in them the nonce as it is.

const NONCE_BYTES = 16;
const NONCE_LENGTH = 24;
const WINDOW_BYTES = 32_768;
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** An uncompressed block of as many bytes as a nonce has; one that holds nothing and is the last. */
const STORED = Buffer.from([0, NONCE_LENGTH, 0, ~NONCE_LENGTH & 255, 255]);
const END = Buffer.from([3, 0]);
const TRAILER_LENGTH = 8;

/**
 * @typedef {{ bytes: Buffer, places: number[] }} Template
 * @typedef {{ plain: Template, gzip: Template, size: number }} NoncedPage
 */

/** @returns {string} as the middleware makes them */
export function drawNonce() {
  return randomBytes(NONCE_BYTES).toString("base64");
}

/**
 * @param {Buffer} html
 * @param {string} nonce the one that it was rendered with
 * @returns {NoncedPage | null} null where that stands nowhere in it
 */
export function noncedPage(html, nonce) {
  const places = [];
  for (let at = html.indexOf(nonce); at !== -1; at = html.indexOf(nonce, at + NONCE_LENGTH)) places.push(at);
  if (nonce.length !== NONCE_LENGTH || places.length === 0) return null;
  const gzip = compress(html, places);
  return { plain: { bytes: html, places }, gzip, size: html.length + gzip.bytes.length };
}

/**
 * @param {Template} template
 * @param {string} nonce
 */
function fill({ bytes, places }, nonce) {
  const filled = Buffer.from(bytes);
  for (const place of places) filled.write(nonce, place, "latin1");
  return filled;
}

/** @param {NoncedPage} page @param {string} nonce */
export function plainWith({ plain }, nonce) {
  return fill(plain, nonce);
}

/** @param {NoncedPage} page @param {string} nonce */
export function gzipWith({ plain, gzip }, nonce) {
  const filled = fill(gzip, nonce);
  const at = filled.length - TRAILER_LENGTH;
  filled.writeUInt32LE(crc32(fill(plain, nonce)), at);
  filled.writeUInt32LE(plain.bytes.length, at + 4);
  return filled;
}

/**
 * Each piece may repeat what stands before it, but nothing of a nonce: that part of its dictionary is a byte no page has.
 *
 * @param {Buffer} html
 * @param {number[]} places
 * @returns {Template}
 */
function compress(html, places) {
  const dictionary = Buffer.from(html);
  for (const place of places) dictionary.fill(0, place, place + NONCE_LENGTH);
  const parts = [GZIP_HEADER];
  const gaps = [];
  let length = GZIP_HEADER.length;
  let from = 0;
  for (const place of [...places, html.length]) {
    const piece = deflateRawSync(html.subarray(from, place), {
      level: 9,
      finishFlush: constants.Z_SYNC_FLUSH,
      dictionary: from === 0 ? undefined : dictionary.subarray(Math.max(from - WINDOW_BYTES, 0), from),
    });
    parts.push(piece);
    length += piece.length;
    if (place === html.length) break;
    parts.push(STORED, Buffer.alloc(NONCE_LENGTH));
    gaps.push(length + STORED.length);
    length += STORED.length + NONCE_LENGTH;
    from = place + NONCE_LENGTH;
  }
  return { bytes: Buffer.concat([...parts, END, Buffer.alloc(TRAILER_LENGTH)]), places: gaps };
}
