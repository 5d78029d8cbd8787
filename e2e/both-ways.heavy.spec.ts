import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { PASSWORD } from "./fixtures";
import { type OwnServer, startFreshInstallation, startOwnServer } from "./own-server";

// What the guard answers itself, and the same server where everything goes through Next: one database, one key, one address.

const APP_URL = "http://localhost:3000";
const SHORT_WAY = { PAGES_FROM_MEMORY: "on", API_BEFORE_NEXT: "on" };
const LONG_WAY = { PAGES_FROM_MEMORY: "off", API_BEFORE_NEXT: "off" };
/** Node and Next say where a body ends each in its own way. */
const MAY_DIFFER = ["date", "content-length", "transfer-encoding", "x-trace-id", "server-timing"];

let short: OwnServer;
let long: OwnServer;
let token = "";

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  const SECRET_KEY = randomBytes(32).toString("hex");
  let DATABASE_URL = "";
  short = await startFreshInstallation({ SECRET_KEY, APP_URL, ...SHORT_WAY }, (url) => {
    DATABASE_URL = url;
    return url;
  });
  long = await startOwnServer({ SECRET_KEY, APP_URL, DATABASE_URL, ...LONG_WAY });
  const body = { organization_name: "Lantern", admin_email: "greta@example.com", admin_password: PASSWORD };
  const founded = await ask(short, "/api/v1/setup/initialize", { method: "POST", json: body });
  expect(founded.status, founded.body).toBe(201);
  token = JSON.parse(founded.body).access_token;
  // The first page of a process still has to ask for the organization's name, and is sent in other pieces.
  for (const server of [short, long]) await ask(server, "/login");
});
test.afterAll(async () => {
  await long.stop();
  await short.stop();
});

type Asked = {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  json?: unknown;
  chunks?: string[];
  agent?: http.Agent;
};
type Answered = { status: number; headers: http.IncomingHttpHeaders; body: string };

function ask(
  server: OwnServer,
  path: string,
  { method = "GET", headers = {}, json, chunks, agent }: Asked = {},
) {
  const body = json === undefined ? chunks : [JSON.stringify(json)];
  return new Promise<Answered>((resolve, reject) => {
    const all = { ...(body && { "content-type": "application/json" }), host: "localhost:3000", ...headers };
    const url = new URL(server.address);
    const options = { host: url.hostname, port: url.port, path, method, headers: all, agent: agent ?? false };
    const request = http.request(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject).on("end", () => {
        const bytes = Buffer.concat(parts);
        const text =
          response.headers["content-encoding"] === "gzip" && bytes.length > 0 ? gunzipSync(bytes) : bytes;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text.toString() });
      });
    });
    request.on("error", reject);
    for (const chunk of body ?? []) request.write(chunk);
    request.end();
  });
}

async function expectTheSame(path: string, asked: Asked = {}) {
  const [one, other] = await Promise.all([ask(short, path, asked), ask(long, path, asked)]);
  expect(plain(one), `${asked.method ?? "GET"} ${path}`).toEqual(plain(other));
  return { short: one, long: other };
}

/** Without what is another one in each answer. */
function plain({ status, headers, body }: Answered) {
  const kept = Object.entries(headers).filter(([name]) => !MAY_DIFFER.includes(name));
  return {
    status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, faceless(String(value))])),
    body: faceless(body),
  };
}

function faceless(text: string) {
  const nonce = /nonce-([\w+/=]{24})|nonce="([\w+/=]{24})/.exec(text);
  return (nonce ? text.replaceAll(nonce[1] ?? nonce[2] ?? "", "NONCE") : text)
    .replaceAll(/gatehouse\.device=[\w-]+/g, "gatehouse.device=DEVICE")
    .replaceAll(/eyJ[\w.-]+/g, "JWT")
    .replaceAll(/\b[0-9a-f]{128}\b/g, "TOKEN")
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/\b[0-9a-f]{32}\b/g, "TRACE")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replaceAll(/"id":"?\d+"?/g, '"id":0');
}

const document = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ADDRESSES = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, "7"));

for (const address of new Set([...ADDRESSES, "/graphql", "/api/v1/nothing", "/api/v1"])) {
  test(`${address}: status, headers and body are the same both ways, by every method`, async () => {
    // Twice: what a route needs is loaded at the first request for it.
    for (let round = 0; round < 2; round++) {
      for (const method of METHODS) {
        const open = /openapi/.test(address) && round === 0 && method === "GET";
        const headers = { "accept-language": "ru", ...(open && { "accept-encoding": "gzip" }) };
        await expectTheSame(address, { method, headers, ...(/^P/.test(method) && { json: {} }) });
        const signedIn = { authorization: `Bearer ${token}` };
        if (/GET|HEAD/.test(method)) await expectTheSame(address, { method, headers: signedIn });
      }
    }
  });
}

test("what is written, signed in by and asked oddly is answered the same both ways", async () => {
  const signedIn = { authorization: `Bearer ${token}` };
  const right = { email: "greta@example.com", password: PASSWORD };
  const query = { query: "{ me { email } version }" };
  for (let round = 0; round < 2; round++) {
    await expectTheSame("/api/v1/tasks", {
      method: "POST",
      headers: signedIn,
      json: { title: "Oil the hinges" },
    });
    await expectTheSame("/api/v1/tasks?limit=2&sort=-created_at", { headers: signedIn });
    await expectTheSame("/api/v1/auth/login", { method: "POST", json: right });
    await expectTheSame("/api/v1/auth/login", { method: "POST", json: { ...right, password: "wrong" } });
    await expectTheSame("/graphql", { method: "POST", headers: signedIn, json: query });
    await expectTheSame("/api/v1/auth/login", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
      chunks: ["username=greta@example.com&password=wrong"],
    });
    await expectTheSame("/api/v1/auth/login", { method: "POST", chunks: ["{"] });
    await expectTheSame("/api/v1/auth/login", {
      method: "POST",
      headers: { origin: "https://evil.example" },
      json: right,
    });
  }
  const paths = [
    "//api/v1/auth/me",
    "/api/v1/auth/me/",
    "/api/v1/./auth/me",
    "/api/v1/auth/%6de",
    "/api/v1/tags/%2e%2e",
  ];
  for (const path of [...paths, "/api/v1/auth/me?nxtPid=1", "/health?a=b", "/API/v1/auth/me"]) {
    await expectTheSame(path, { headers: signedIn });
  }
  for (const host of ["evil.example", "a b", "[::1]:3000", "LOCALHOST:3000"])
    await expectTheSame("/health", { headers: { host } });
});

for (const way of ["short", "long"] as const) {
  const server = () => (way === "short" ? short : long);

  test(`the ${way} way: a body in chunks is read, one that is too large refused on the way, and the connection goes on`, async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const login = { method: "POST", agent };
    const split = ['{"email":"greta@exa', 'mple.com","password":', JSON.stringify(PASSWORD), "}"];
    expect((await ask(server(), "/api/v1/auth/login", { ...login, chunks: split })).status).toBe(200);
    const large = Array.from({ length: 40 }, () => "x".repeat(8_192));
    expect((await ask(server(), "/api/v1/auth/login", { ...login, chunks: large })).status).toBe(413);
    for (let n = 0; n < 3; n++) expect((await ask(server(), "/api/v1/health", { agent })).status).toBe(200);
    agent.destroy();
  });

  test(`the ${way} way: who goes away in the middle of a body harms nobody`, async () => {
    const { hostname, port } = new URL(server().address);
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const headers = {
          host: "localhost:3000",
          "content-type": "application/json",
          "content-length": "5000",
        };
        const request = http.request({
          host: hostname,
          port,
          path: "/api/v1/auth/login",
          method: "POST",
          headers,
        });
        request.on("error", () => {});
        request.write("{");
        await new Promise((resolve) => setTimeout(resolve, 50));
        request.destroy();
      }),
    );
    expect((await ask(server(), "/api/v1/health")).status).toBe(200);
    expect(server().log()).not.toMatch(/uncaught|unhandled|"level":"error"/i);
  });
}

/** Sends a byte a second, never closes, and listens to nothing; how long it was let. */
async function trickle(server: OwnServer, line: string) {
  const { hostname, port } = new URL(server.address);
  const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true }).setEncoding("utf8");
  let answer = "";
  socket.on("data", (text) => (answer += text)).on("error", () => {});
  const started = performance.now();
  const head = ["Host: localhost:3000", `Authorization: Bearer ${token}`, "Content-Length: 50000"];
  socket.write(`${[line, ...head].join("\r\n")}\r\n\r\n`);
  const sending = setInterval(() => socket.write("{"), 1_000);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(sending);
  return { status: answer.slice(9, 12), seconds: (performance.now() - started) / 1000 };
}

test("whoever takes longer than 30 s to send a body is answered and disconnected, both ways, wherever they send it", async () => {
  const lines = [
    "POST /api/v1/auth/login HTTP/1.1\r\nContent-Type: application/json",
    "POST /api/v1/tasks HTTP/1.1\r\nContent-Type: application/json",
    "POST /graphql HTTP/1.1\r\nContent-Type: application/json",
    "PUT /api/v1/users/me/avatar HTTP/1.1\r\nContent-Type: image/png",
  ];
  const asked = [short, long].flatMap((server) => lines.map((line) => trickle(server, line)));
  for (const { status, seconds } of await Promise.all(asked)) {
    expect(["400", "408"]).toContain(status);
    expect(seconds).toBeGreaterThan(25);
    expect(seconds).toBeLessThan(45);
  }
  for (const server of [short, long]) {
    expect((await ask(server, "/api/v1/health")).status).toBe(200);
    expect(server.log()).not.toMatch(/uncaught|unhandled|"level":"error"/i);
  }
});

const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0", accept: "text/html" };

for (const path of ["/login", "/register", "/login?next=%2Ftasks"]) {
  test(`${path} is the same page both ways, with and without each cookie and header, but for the nonce`, async () => {
    const each: http.OutgoingHttpHeaders[] = [
      {},
      { "accept-encoding": "gzip" },
      { "accept-language": "ru" },
      { "user-agent": "curl/8" },
      { "user-agent": "Googlebot/2.1" },
      { "x-anything": "1" },
      ...["NEXT_LOCALE=ru", "theme=dark", "sidebar=collapsed", "a=b", "theme=%64ark", "gatehouse.form=x"].map(
        (cookie) => ({ cookie }),
      ),
      ...["gatehouse.access=x", "gatehouse.refresh=x", "gatehouse.renewals=1"].map((cookie) => ({ cookie })),
      { authorization: "Bearer x" },
      { rsc: "1" },
    ];
    for (const more of each) {
      for (const method of ["GET", "HEAD"])
        await expectTheSame(path, { method, headers: { ...BROWSER, ...more } });
    }
  });
}

test("no two answers have one nonce, and none has a trace id in its body", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(short, "/login", { headers: BROWSER })),
  );
  const nonces = answers.map(
    ({ headers }) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "",
  );
  expect(new Set(nonces).size).toBe(20);
  for (const [index, { body, headers }] of answers.entries()) {
    const inBody = [...body.matchAll(/nonce="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(inBody)).toEqual(new Set([nonces[index]]));
    expect(String(headers.link)).toContain(String(nonces[index]));
    expect(body).not.toMatch(/\b[0-9a-f]{32}\b/);
  }
});

test("what an administrator changes shows in the very next answer", async () => {
  for (const name of ["Harbour", "Lantern", "Harbour"]) {
    await ask(short, "/login", { headers: BROWSER });
    const changed = await ask(short, "/api/v1/admin/settings", {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}` },
      json: { organization_name: name },
    });
    expect(changed.status).toBe(200);
    expect((await ask(short, "/login", { headers: BROWSER })).body).toContain(name);
  }
});

test("a page from memory comes to life in a browser without a complaint", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (let visit = 0; visit < 2; visit++) {
    await page.goto(`${short.address}/login`);
    await page.getByLabel("Password", { exact: true }).fill("typed");
    await page.getByRole("button", { name: "Show password" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  }
  expect(complaints).toEqual([]);
});

type Person = { id: string; email: string; token: string; cookie: string };

let people = 0;

async function newcomer(): Promise<Person> {
  people++;
  const email = `keeper${people}@example.com`;
  const json = { email, username: `keeper${people}`, password: PASSWORD };
  const admin = { authorization: `Bearer ${token}` };
  const open = { method: "PATCH", headers: admin, json: { registration: "open" } };
  expect((await ask(short, "/api/v1/admin/settings", open)).status).toBe(200);
  const registered = await ask(short, "/api/v1/auth/register", { method: "POST", json });
  expect(registered.status, registered.body).toBe(201);
  const { user, access_token } = JSON.parse(registered.body);
  return { id: user.id, email, token: access_token, cookie: `gatehouse.access=${access_token}` };
}

function write(server: OwnServer, { token: bearer }: Person, path: string, asked: Asked) {
  return ask(server, path, { ...asked, headers: { authorization: `Bearer ${bearer}` } });
}

function home(server: OwnServer, { cookie }: Pick<Person, "cookie">, headers: http.OutgoingHttpHeaders = {}) {
  const all = [cookie, headers.cookie].filter(Boolean).join("; ");
  return ask(server, "/", { headers: { ...BROWSER, ...headers, cookie: all } });
}

/** Next sends its pages in pieces, of a length that it doesn't say. */
function isFromMemory({ status, headers }: Answered) {
  return status === 200 && headers["content-length"] !== undefined;
}

async function kept(person: Person, headers: http.OutgoingHttpHeaders = {}): Promise<Answered> {
  let answer = await home(short, person, headers);
  await expect(async () => {
    answer = await home(short, person, headers);
    expect(isFromMemory(answer)).toBe(true);
  }).toPass();
  return answer;
}

/**
 * Without the seconds that the session lasts. Of the payload all that it says: how it is cut into rows, and in which order they
 * come, is another each time that Next makes it.
 */
function settled(answer: Answered) {
  const { body, ...rest } = plain(answer);
  const PAYLOAD = /self\.__next_f\.push\((\[1,.*?\])\)(?=<\/script>)/g;
  const chunks = [...body.matchAll(PAYLOAD)].map(([, chunk = ""]) => JSON.parse(chunk)[1]);
  const said = chunks.join("").replaceAll(/NONCE\/\d{7}/g, "NONCE/SECONDS");
  const words = new Set(said.match(/"(?:[^"\\]|\\.)*"/g)?.filter((word) => !word.startsWith('"$')));
  return { ...rest, html: body.replaceAll(PAYLOAD, ""), said: [...words].sort() };
}

test("a dashboard from memory is what Next makes of it, by each cookie and header, but for nonce and seconds", async () => {
  const person = await newcomer();
  const tasks = [{ title: "Oil the hinges", due_date: new Date(Date.now() + 3_600_000).toISOString() }];
  for (const json of [...tasks, { title: "<b>&amp;" }])
    expect((await write(short, person, "/api/v1/tasks", { method: "POST", json })).status).toBe(201);
  const admin = { ...person, cookie: `gatehouse.access=${token}` };
  const each: http.OutgoingHttpHeaders[] = [
    {},
    { "accept-encoding": "gzip" },
    { "accept-language": "ru" },
    { "user-agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15" },
    ...["NEXT_LOCALE=de", "theme=dark", "sidebar=collapsed", "gatehouse.device=x"].map((cookie) => ({
      cookie,
    })),
  ];
  // In its title a page has the organization's name as this process read it last: here, before it was renamed over there.
  await home(long, person);
  for (const who of [person, admin])
    for (const headers of each) {
      const [fromMemory, fromNext] = [await kept(who, headers), await home(long, who, headers)];
      expect(settled(fromMemory), JSON.stringify(headers)).toEqual(settled(fromNext));
    }
  for (const headers of [{ rsc: "1" }, { cookie: "gatehouse.form=x" }, { "user-agent": "Googlebot/2.1" }])
    expect(isFromMemory(await home(short, person, headers))).toBe(false);
});

test("what is changed, here or on another instance, shows in the very next dashboard, and an ended session sees none", async () => {
  const person = await newcomer();
  const changes: [string, Asked, string][] = [
    [
      "/api/v1/users/me",
      { method: "PATCH", json: { full_name: "Ada of the Lantern" } },
      "Ada of the Lantern",
    ],
    ["/api/v1/users/me", { method: "PATCH", json: { full_name: "Ada Byron" } }, "Ada Byron"],
    [
      "/api/v1/tasks",
      { method: "POST", json: { title: "Trim the wick", due_date: new Date().toISOString() } },
      "Trim the wick",
    ],
  ];
  for (const server of [short, long])
    for (const [path, asked, shown] of changes) {
      await kept(person);
      expect((await write(server, person, path, asked)).status).toBeLessThan(300);
      expect((await home(short, person)).body).toContain(shown);
    }
  await kept(person);
  expect((await write(long, person, "/api/v1/auth/logout", { method: "POST" })).status).toBeLessThan(300);
  const after = await home(short, person);
  expect(after.status).toBe(307);
  expect(after.body).not.toContain(person.email);
});

test("of two people who ask at once, again and again, each sees their own dashboard", async () => {
  const both = [await newcomer(), await newcomer()];
  for (const person of both) await kept(person);
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => home(short, both[n % 2] as Person)));
  for (const [n, { body }] of answers.entries()) {
    expect(body).toContain(both[n % 2]?.email);
    expect(body).not.toContain(both[(n + 1) % 2]?.email);
  }
  expect(answers.some(isFromMemory)).toBe(true);
  const nonces = answers.map(({ headers }) => String(headers["content-security-policy"]));
  expect(new Set(nonces).size).toBe(60);
});

test("a dashboard from memory comes to life in a browser without a complaint", async ({ page, context }) => {
  const person = await newcomer();
  await context.addCookies([{ name: "gatehouse.access", value: person.token, url: short.address }]);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await expect(async () => {
    const response = await page.goto(short.address);
    expect(await response?.headerValue("content-length")).not.toBeNull();
  }).toPass();
  await page.getByRole("button", { name: /Account menu/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(complaints).toEqual([]);
});
