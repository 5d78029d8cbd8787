/**
 * @typedef {{ state: "right" | "doubtful" | "wrong", what: string, todo?: string }} Finding
 */

/** @param {string} what @returns {Finding} */
export function right(what) {
  return { state: "right", what };
}

/** Works, but perhaps not as meant. @param {string} what @param {string} todo @returns {Finding} */
export function doubtful(what, todo) {
  return { state: "doubtful", what, todo };
}

/** @param {string} what @param {string} todo @returns {Finding} */
export function wrong(what, todo) {
  return { state: "wrong", what, todo };
}
