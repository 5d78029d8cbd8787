/**
 * @typedef {{ type?: string, [name: string]: any }} Message
 */

/**
 * JSON, one value a line.
 *
 * @param {import("node:net").Socket} socket
 * @returns {AsyncGenerator<Message, undefined>} ends when the other side is gone, whatever the reason
 */
export async function* readMessages(socket) {
  socket.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of socket) {
      const lines = (rest + chunk).split("\n");
      rest = /** @type {string} */ (lines.pop());
      for (const line of lines) yield JSON.parse(line);
    }
  } catch {
    // A reset, or a visitor on the port who speaks otherwise.
  }
}

/**
 * @param {import("node:net").Socket} socket
 * @param {Message} message
 */
export function sendMessage(socket, message) {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}
