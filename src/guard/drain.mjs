import net from "node:net";
import { stopWork } from "../lib/stopping.mjs";

const LINGER_MS = 400;
const SWEEP_MS = 50;

/**
 * Makes closing a server gentle. Next closes it at SIGTERM and waits for that before it ends; by itself Node would cut
 * connections at once that only look idle, while a client's next request is on its way on them.
 *
 * So: no new connections; every answer from now on says that its connection closes; what is idle may still ask for a
 * moment, then goes; what is being answered is answered to its end, and so is what goes on beside requests.
 *
 * @param {import("node:http").Server} server
 * @returns {(response: import("node:http").ServerResponse) => void} to be told of each request
 */
export function closeGently(server) {
  /** @type {Set<import("node:http").ServerResponse>} */
  const open = new Set();
  let closing = false;

  server.close = (callback) => {
    if (closing) {
      if (callback) server.once("close", callback);
      return server;
    }
    closing = true;
    for (const response of open) lastOnItsConnection(response);
    const stopped = stopWork();
    // After the poll phase, in which everyone who already stands in the system's queue is let in.
    setImmediate(() =>
      net.Server.prototype.close.call(server, (error) => stopped.then(() => callback?.(error))),
    );
    const began = Date.now();
    const sweep = setInterval(() => {
      if (Date.now() - began >= LINGER_MS) server.closeIdleConnections();
    }, SWEEP_MS);
    server.once("close", () => clearInterval(sweep));
    return server;
  };

  return (response) => {
    if (closing) lastOnItsConnection(response);
    open.add(response);
    response.once("close", () => open.delete(response));
  };
}

/** @param {import("node:http").ServerResponse} response */
function lastOnItsConnection(response) {
  if (!response.headersSent) response.shouldKeepAlive = false;
}
