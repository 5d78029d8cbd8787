/** As much as a session keeps of it: the column's width. What reads it further back takes the square of its length in time. */
export const LONGEST_USER_AGENT = 500;

/** @param {string} userAgent */
export function cutUserAgent(userAgent) {
  return userAgent.slice(0, LONGEST_USER_AGENT);
}
