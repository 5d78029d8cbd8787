import { randomBytes } from "node:crypto";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { NONCE_LENGTH, SECONDS_LENGTH } from "../lib/page-blanks.mjs";

// A page as its bytes, with blanks for what each answer has of its own: the nonce, and behind one of them the seconds that a
// session lasts. Compressed once: between the blanks stand pieces of a DEFLATE stream (RFC 1951), in them the text as it is.

const NONCE_BYTES = 16;
const WINDOW_BYTES = 32_768;
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const SECONDS = new RegExp(`^/\\d{${SECONDS_LENGTH}}(?!\\d)`);
/** One that holds nothing and is the last. */
const END = Buffer.from([3, 0]);
const TRAILER_LENGTH = 8;

/**
 * @typedef {{ at: number, length: number }} Blank
 * @typedef {{ bytes: Buffer, blanks: Blank[] }} Template
 * @typedef {{ plain: Template, gzip: Template, size: number }} NoncedPage
 * @typedef {{ nonce: string, seconds?: string }} Own what an answer has of its own; `seconds` as long as they always are
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
  /** @type {Blank[]} */
  const blanks = [];
  for (let at = html.indexOf(nonce); at !== -1; at = html.indexOf(nonce, at + NONCE_LENGTH)) {
    blanks.push({ at, length: NONCE_LENGTH });
    const end = at + NONCE_LENGTH;
    const behind = html.toString("latin1", end, end + SECONDS_LENGTH + 2);
    if (SECONDS.test(behind)) blanks.push({ at: end + 1, length: SECONDS_LENGTH });
  }
  if (nonce.length !== NONCE_LENGTH || blanks.length === 0) return null;
  const gzip = compress(html, blanks);
  return { plain: { bytes: html, blanks }, gzip, size: html.length + gzip.bytes.length };
}

/** In how many places it says for how long a session lasts. @param {NoncedPage} page */
export function countSeconds({ plain }) {
  return plain.blanks.filter(({ length }) => length === SECONDS_LENGTH).length;
}

/**
 * @param {Template} template
 * @param {Own} own
 */
function fill({ bytes, blanks }, { nonce, seconds = "" }) {
  const filled = Buffer.from(bytes);
  for (const { at, length } of blanks) filled.write(length === NONCE_LENGTH ? nonce : seconds, at, "latin1");
  return filled;
}

/** @param {NoncedPage} page @param {Own} own */
export function plainWith({ plain }, own) {
  return fill(plain, own);
}

/** @param {NoncedPage} page @param {Own} own */
export function gzipWith({ plain, gzip }, own) {
  const filled = fill(gzip, own);
  const at = filled.length - TRAILER_LENGTH;
  filled.writeUInt32LE(crc32(fill(plain, own)), at);
  filled.writeUInt32LE(plain.bytes.length, at + 4);
  return filled;
}

/**
 * Each piece may repeat what stands before it, but nothing of a blank: that part of its dictionary is a byte no page has.
 *
 * @param {Buffer} html
 * @param {Blank[]} blanks
 * @returns {Template}
 */
function compress(html, blanks) {
  const dictionary = Buffer.from(html);
  for (const { at, length } of blanks) dictionary.fill(0, at, at + length);
  const parts = [GZIP_HEADER];
  /** @type {Blank[]} */
  const gaps = [];
  let written = GZIP_HEADER.length;
  let from = 0;
  for (const blank of [...blanks, null]) {
    const piece = deflateRawSync(html.subarray(from, blank?.at), {
      level: 9,
      finishFlush: constants.Z_SYNC_FLUSH,
      dictionary: from === 0 ? undefined : dictionary.subarray(Math.max(from - WINDOW_BYTES, 0), from),
    });
    parts.push(piece);
    written += piece.length;
    if (blank === null) break;
    const { at, length } = blank;
    // An uncompressed block of as many bytes.
    const stored = Buffer.from([0, length, 0, ~length & 255, 255]);
    parts.push(stored, Buffer.alloc(length));
    gaps.push({ at: written + stored.length, length });
    written += stored.length + length;
    from = at + length;
  }
  return { bytes: Buffer.concat([...parts, END, Buffer.alloc(TRAILER_LENGTH)]), blanks: gaps };
}
