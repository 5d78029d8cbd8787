import http from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, PASSWORD } from "@/testing/factories";
import { MOST_BODY_BYTES, parseForm, readBytes } from "./body";

const LOGIN = "/api/v1/auth/login";

const api = serveApi();

beforeAll(useCheapHashing);

async function credentials() {
  const { email } = await createUser();
  return JSON.stringify({ email, password: PASSWORD });
}

function post(body: BodyInit, headers: Record<string, string>) {
  return api.fetch(LOGIN, { method: "POST", body, headers });
}

describe("type", () => {
  it.each([
    "application/json",
    "Application/JSON",
    "application/json;charset=utf-8",
    'application/json; charset="UTF-8"',
    "application/json ; charset=utf8",
    "application/json; boundary=x",
  ])("%j is JSON", async (type) => {
    expect((await post(await credentials(), { "content-type": type })).status).toBe(200);
  });

  it.each([
    "text/plain",
    "text/json",
    "application/xml",
    "application/merge-patch+json",
    "application/json, text/plain",
    "application/jsonx",
    "application",
    "multipart/form-data; boundary=x",
    "application/json; charset=iso-8859-1",
    "application/json; charset=utf-16",
    "application/json; charset=utf-7",
    "application/x-www-form-urlencoded; charset=windows-1251",
    "\u00ff",
  ])("415 UNSUPPORTED_MEDIA_TYPE for %j", async (type) => {
    await expect(await post(await credentials(), { "content-type": type })).toFailWith(
      "UNSUPPORTED_MEDIA_TYPE",
    );
  });

  it("415 for a body of no type, and for one that is packed", async () => {
    const body = new Blob([await credentials()]);
    await expect(await post(body, {})).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    for (const encoding of ["gzip", "deflate", "br", "identity, gzip", "x"]) {
      const headers = { "content-type": "application/json", "content-encoding": encoding };
      await expect(await post(await credentials(), headers)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    }
    const headers = { "content-type": "application/json", "content-encoding": "Identity" };
    expect((await post(await credentials(), headers)).status).toBe(200);
  });

  it("a form is welcome at sign-in, registration and sign-out, and nowhere else", async () => {
    const body = "refresh_token=x&full_name=x&new_password=x";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    for (const [method, path] of [
      ["POST", "/api/v1/auth/refresh"],
      ["POST", "/api/v1/setup/initialize"],
      ["PATCH", "/api/v1/users/me"],
      ["PUT", "/api/v1/users/me/password"],
      ["DELETE", "/api/v1/users/me"],
    ] as const) {
      await expect(await api.fetch(path, { method, body, headers })).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    }
    expect((await api.fetch("/api/v1/auth/logout", { method: "POST", body, headers })).status).toBe(204);
  });
});

describe("size", () => {
  const CAP = 64 * 1024;
  const JSON_TYPE = { "content-type": "application/json" };

  it("takes 64 KB to the last byte and refuses the next one", async () => {
    const frame = JSON.stringify({ email: "ada", password: "x", more: "" });
    const ofSize = (bytes: number) =>
      frame.replace('"more":""', `"more":"${"x".repeat(bytes - frame.length)}"`);
    expect(ofSize(CAP)).toHaveLength(CAP);
    await expect(await post(ofSize(CAP), JSON_TYPE)).toFailWith("INVALID_CREDENTIALS");
    await expect(await post(ofSize(CAP + 1), JSON_TYPE)).toFailWith("PAYLOAD_TOO_LARGE");
    await expect(await post("я".repeat(CAP / 2 + 1), JSON_TYPE)).toFailWith("PAYLOAD_TOO_LARGE");
  });

  it("413 as soon as the cap is passed, of a body without a length that never ends", async () => {
    const { status, sentBytes } = await upload({ chunk: Buffer.alloc(16 * 1024, "x"), atMost: 1_000 });
    expect(status).toBe(413);
    expect(sentBytes).toBeLessThan(16 * 1024 * 1_000);
  });

  it("413 by the length that is said, before anything came", async () => {
    const { status } = await upload({ chunk: Buffer.alloc(0), atMost: 0, contentLength: 10_000_000 });
    expect(status).toBe(413);
  });

  it("fifty such uploads at once leave the memory where it was", async () => {
    const before = process.memoryUsage().rss;
    const chunk = Buffer.alloc(64 * 1024, "x");
    const all = await Promise.all(Array.from({ length: 50 }, () => upload({ chunk, atMost: 200 })));
    expect(all.map(({ status }) => status)).toEqual(Array(50).fill(413));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  }, 30_000);

  it("the connection of a refused body is good for the next request", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (let n = 0; n < 3; n++) {
      const { status } = await upload({
        chunk: Buffer.alloc(100_000, "x"),
        atMost: 10,
        toTheEnd: true,
        agent,
      });
      expect(status).toBe(413);
    }
    agent.destroy();
  });

  type Upload = {
    chunk: Buffer;
    atMost: number;
    contentLength?: number;
    toTheEnd?: boolean;
    agent?: http.Agent;
  };

  /** Sends chunk after chunk until there is an answer, or all of them whatever comes. */
  function upload({ chunk, atMost, contentLength, toTheEnd, agent }: Upload) {
    return new Promise<{ status: number; sentBytes: number }>((resolve, reject) => {
      const headers = { ...JSON_TYPE, ...(contentLength && { "content-length": contentLength }) };
      const request = http.request(api.url + LOGIN, { method: "POST", headers, agent, family: 4 });
      let sentBytes = 0;
      let answered = false;
      request.on("error", (error) => answered || reject(error));
      request.on("response", (response) => {
        answered = true;
        response.resume();
        response.on("end", () => {
          if (!toTheEnd) request.destroy();
          resolve({ status: response.statusCode ?? 0, sentBytes });
        });
      });
      const send = async () => {
        for (let n = 0; n < atMost && (toTheEnd || !answered); n++) {
          sentBytes += chunk.length;
          if (!request.write(chunk)) await new Promise((drained) => request.once("drain", drained));
          else await new Promise(setImmediate);
        }
        if (contentLength === undefined) request.end();
        else request.flushHeaders();
      };
      void send();
    });
  }
});

describe("forms", () => {
  it("are read as they are written", () => {
    expect(parseForm("a=1&b=&c&d=x%20y+z&%D1%8F=%26%3D&&")).toEqual({
      a: "1",
      b: "",
      c: "",
      d: "x y z",
      я: "&=",
    });
    expect(parseForm("")).toEqual({});
    expect(Object.keys(parseForm("__proto__=1&constructor=2"))).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(parseForm("__proto__=1"))).toBe(Object.prototype);
  });

  it.each(["a=1&a=2", "a=1&%61=2", "a=%zz", "a=%", "%ff=1", "a=%C0%80", "a=%ED%A0%80"])(
    "400 MALFORMED_REQUEST for %j",
    async (body) => {
      const type = { "content-type": "application/x-www-form-urlencoded" };
      await expect(await post(body, type)).toFailWith("MALFORMED_REQUEST");
    },
  );

  it("422 for a NUL in a field", async () => {
    const body = "username=ada%00&password=x";
    const type = { "content-type": "application/x-www-form-urlencoded" };
    await expect(await post(body, type)).toFailWith("VALIDATION_ERROR", { field: "username" });
  });
});

describe("where a length is said that HTTP didn't hold the sender to", () => {
  const sent = (body: BodyInit) =>
    new Request("https://gatehouse.invalid", {
      ...{ method: "POST", body, duplex: "half" },
      headers: { "content-length": "5" },
    });

  it("what is longer than a body may be is refused all the same", async () => {
    const body = "x".repeat(MOST_BODY_BYTES + 1);
    await expect(readBytes(sent(body), MOST_BODY_BYTES)).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
    expect(await readBytes(sent("12345"), MOST_BODY_BYTES)).toEqual(new TextEncoder().encode("12345"));
  });

  it("one that breaks off is malformed", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    await expect(readBytes(sent(broken), MOST_BODY_BYTES)).rejects.toMatchObject({
      code: "MALFORMED_REQUEST",
    });
  });
});
