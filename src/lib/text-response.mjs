// A Response keeps its text in a stream, and what reads it there writes head and body one by one. What was a text before it was a
// Response can be sent with its head at once.

// By name: the application makes them, the guard sends them, and each has a copy of this module.
const TEXT = Symbol.for("gatehouse.text");

/**
 * @param {string} text
 * @param {ResponseInit} init
 * @returns {Response}
 */
export function textResponse(text, init) {
  return Object.assign(new Response(text, init), { [TEXT]: text });
}

/**
 * @param {Response} response
 * @returns {string | undefined} none where its body is known to nobody but its stream
 */
export function textOf(response) {
  return /** @type {{ [TEXT]?: string }} */ (response)[TEXT];
}
