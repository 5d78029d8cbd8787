import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { endWork, giveNotice, stopWork } from "../lib/stopping.mjs";

const LINGER_MS = 400;
const SWEEP_MS = 50;
const SHORT_TURN_MS = 3;
const LONGEST_WAIT_MS = 1_000;

/**
 * Makes closing a server gentle. Next closes it at SIGTERM and waits for that before it ends; by itself Node would cut
 * connections at once that only look idle, while a client's next request is on its way on them.
 *
 * So: for SHUTDOWN_DELAY_MS only /ready says no. Then no new connections, once those are let in that already wait; every answer
 * from then on says that its connection closes; what is idle may still ask for a moment, then goes; what is being answered is
 * answered to its end, and so is what goes on beside requests.
 *
 * @param {import("node:http").Server} server
 * @param {number} delayMs how long it goes on as before
 * @returns {(response: import("node:http").ServerResponse) => void} to be told of each request
 */
export function closeGently(server, delayMs) {
  /** @type {Set<import("node:http").ServerResponse>} */
  const open = new Set();
  /** @type {Promise<unknown> | undefined} */
  let stopped;
  let closing = false;

  server.close = (callback) => {
    if (stopped) {
      if (callback) server.once("close", callback);
      return server;
    }
    giveNotice();
    const noticed = delayMs > 0 ? sleep(delayMs) : undefined;
    stopped = noticed ? noticed.then(stopWork) : stopWork();
    if (noticed) noticed.then(() => close(callback));
    else close(callback);
    return server;
  };

  /** @param {((error?: Error) => void) | undefined} callback */
  function close(callback) {
    whenCaughtUp(() => {
      net.Server.prototype.close.call(server, (error) =>
        stopped?.then(endWork).then(() => callback?.(error)),
      );
      // Not sooner: whoever is told that their connection closes comes with another one.
      closing = true;
      for (const response of open) lastOnItsConnection(response);
      closeWhatIsIdle();
    });
  }

  function closeWhatIsIdle() {
    const began = Date.now();
    const sweep = setInterval(() => {
      // One whose request nobody has read yet looks idle, too.
      if (Date.now() - began >= LINGER_MS) whenCaughtUp(() => server.closeIdleConnections());
    }, SWEEP_MS);
    server.once("close", () => clearInterval(sweep));
  }

  return (response) => {
    if (closing) lastOnItsConnection(response);
    open.add(response);
    response.once("close", () => open.delete(response));
  };
}

/**
 * Right after a turn of the loop that let in everyone who stood in the system's queue and read what they had sent, and was so
 * short that hardly anything came meanwhile: whoever isn't let in and read when it closes is reset.
 *
 * @param {() => void} close
 */
function whenCaughtUp(close) {
  const began = performance.now();
  const look = () => {
    const turned = performance.now();
    setImmediate(() => {
      const now = performance.now();
      if (now - turned < SHORT_TURN_MS || now - began > LONGEST_WAIT_MS) close();
      else look();
    });
  };
  setImmediate(look);
}

/** @param {import("node:http").ServerResponse} response */
function lastOnItsConnection(response) {
  if (!response.headersSent) response.shouldKeepAlive = false;
}
