/** A word of user agents by which those are known whose keyboards have ⌘. */
export const APPLE = "Macintosh";

/** @param {string | null | undefined} userAgent */
export function usesAppleKeys(userAgent) {
  return /Mac|iPhone|iPad/.test(userAgent ?? "");
}
