/**
 * What is behind doesn't know that the answer is out, and may still try to write one.
 *
 * @param {import("node:http").ServerResponse} response
 */
export function silence(response) {
  const ignored = () => response;
  Object.assign(response, {
    setHeader: ignored,
    appendHeader: ignored,
    setHeaders: ignored,
    removeHeader: () => {},
    writeHead: ignored,
    flushHeaders: () => {},
    write: () => true,
    end: ignored,
  });
}
