import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import { DEADLINE_MS } from "../lib/overdue.mjs";
import { runInContext } from "../lib/request-context.mjs";
import { traceIdFrom, traceparentOf } from "../lib/trace-id.mjs";

/**
 * @typedef {{ status: number, headers: [name: string, value: string][], body: Buffer, traceId: string }} Rendered
 * @typedef {(request: IncomingMessage, response: ServerResponse) => void} Serve
 */

/**
 * Has a page made by a request that no connection brought, with nothing in it but what is given here.
 *
 * @param {Serve} serve
 * @param {{ url: string, headers: Record<string, string>, reads?: Set<string> }} asked `reads` is told what the page asks the database
 * @returns {Promise<Rendered | null>} null where it doesn't come in time
 */
export function render(serve, { url, headers, reads }) {
  const traceId = traceIdFrom(undefined);
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: "GET",
    url,
    httpVersion: "1.1",
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  });
  Object.assign(request.headers, headers, { traceparent: traceparentOf(traceId) });
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  request.push(null);

  const response = new ServerResponse(request);
  const chunks = recordBody(response);
  response.assignSocket(nowhere());
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(null), DEADLINE_MS);
    /** @param {Rendered | null} rendered */
    const end = (rendered) => {
      clearTimeout(timer);
      resolve(rendered);
      response.destroy();
    };
    response.once("finish", () =>
      end({
        status: response.statusCode,
        headers: headersOf(response),
        body: Buffer.concat(chunks),
        traceId,
      }),
    );
    response.once("close", () => end(null));
    runInContext({ traceId, reads }, () => serve(request, response));
  });
}

/** A connection that leads to nobody, and is never busy: nobody would hear of it when it no longer is. */
function nowhere() {
  const sink = new Duplex({
    read() {},
    write: (_chunk, _encoding, done) => done(),
    writableHighWaterMark: Number.MAX_SAFE_INTEGER,
  });
  return /** @type {Socket} */ (/** @type {unknown} */ (sink));
}

/** @param {ServerResponse} response */
function recordBody(response) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const name of /** @type {const} */ (["write", "end"])) {
    const original = response[name];
    /** @param {any[]} args */
    const recording = (...args) => {
      const [chunk, encoding] = args;
      if (typeof chunk === "string")
        chunks.push(
          Buffer.from(
            chunk,
            typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8",
          ),
        );
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      return Reflect.apply(original, response, args);
    };
    Object.assign(response, { [name]: recording });
  }
  return chunks;
}

/** @param {ServerResponse} response @returns {[string, string][]} */
function headersOf(response) {
  return response.getHeaderNames().map((name) => [name, [response.getHeader(name)].flat().join(", ")]);
}
