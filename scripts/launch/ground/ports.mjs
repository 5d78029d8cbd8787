import net from "node:net";

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} why it can't be listened on (an error code of the system), or null
 */
export function portProblem(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? "EUNKNOWN"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/**
 * @param {number} first
 * @returns {Promise<number>} the first port from there on that is free on the loopback address
 */
export async function freePortFrom(first) {
  for (let port = first; port < first + 500 && port < 65_536; port++) {
    if ((await portProblem(port, "127.0.0.1")) === null) return port;
  }
  throw new Error(`No free port between ${first} and ${first + 500}.`);
}

/** @returns {Promise<number>} any free port of the loopback address */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
