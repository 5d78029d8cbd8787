// What is written into a kept page anew for each answer: the nonce, and behind it, in one place of a signed-in page, for how
// many seconds its session lasts. Who makes the page and who keeps it both write by this.

export const NONCE_LENGTH = 24;
export const SECONDS_LENGTH = 7;

/** @param {string} nonce @param {number} seconds */
export function nonceWithSeconds(nonce, seconds) {
  return `${nonce}/${secondsText(seconds)}`;
}

/** @param {number} seconds */
export function secondsText(seconds) {
  return String(Math.min(seconds, 10 ** SECONDS_LENGTH - 1)).padStart(SECONDS_LENGTH, "0");
}
