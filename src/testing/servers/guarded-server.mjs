import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach } from "vitest";

// Each test talks to a server in a process of its own, behind the guard as Next is. It answers with what it was told:
// /slow after half a second, /late after five, /hang never.
const APPLICATION = `
  const { createServer } = await import("node:http");
  const server = createServer((request, response) => {
    const told = { method: request.method, url: request.url, headers: request.headers };
    console.log("asked " + request.url);
    if (request.url === "/late") response.setHeader("link", "</page.css>; rel=preload; as=style");
    if (request.url === "/hang") return;
    const answer = () => {
      response.setHeader("x-late", "yes");
      const body = JSON.stringify(told);
      response.writeHead(200, { "Content-Length": Buffer.byteLength(body) });
      response.write(body);
      response.end();
    };
    setTimeout(answer, { "/slow": 500, "/late": 5000 }[request.url] ?? 0);
  });
  server.on("upgrade", (request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\\r\\n\\r\\n"));
  server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

/** @type {import("node:child_process").ChildProcess[]} */
const children = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/**
 * @param {Record<string, string>} [env]
 * @param {string} [first] what runs ahead of the application
 */
export async function serve(env = {}, first = "") {
  const child = spawn(
    process.execPath,
    ["--import", "./src/guard/index.mjs", "--input-type=module", "--eval", first + APPLICATION],
    {
      // The API would wait for handlers that nobody hands over.
      env: { PATH: process.env.PATH, NODE_ENV: "production", ENV_FILE: "", API_BEFORE_NEXT: "off", ...env },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  children.push(child);
  let log = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    log += text;
  });
  while (!/^\d+\n/.test(log)) await sleep(10);
  const port = Number.parseInt(log, 10);
  return {
    port,
    child,
    log: () => log.slice(log.indexOf("\n") + 1),
    /** @param {string} path */
    async asked(path) {
      while (!log.includes(`asked ${path}\n`)) await sleep(10);
    },
    ended: once(child, "exit"),
  };
}

/**
 * @param {number} port
 * @param {http.RequestOptions} [options]
 * @returns {Promise<{ status: number | undefined, headers: http.IncomingHttpHeaders, body: any }>}
 */
export function ask(port, options = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", agent: false, ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: /json/.test(response.headers["content-type"] ?? "json") ? text && JSON.parse(text) : text,
        }),
      );
    });
    request.on("error", reject).end();
  });
}

/**
 * @param {number} port
 * @param {string} bytes
 */
export async function send(port, bytes) {
  const socket = net.connect(port, "127.0.0.1").setEncoding("utf8");
  socket.write(bytes);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, problem: body && JSON.parse(body) };
}
