import { createServer } from "node:http";
import http2 from "node:http2";
import net from "node:net";
import { rootCertificates } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { startSmtp } from "../../../src/testing/smtp-server";
import { checkTemporal, explain } from "./temporal.mjs";

// What a real one answers is among the worker's heavy tests. Here is what isn't one, or refuses.

/** @type {(() => unknown)[]} */
const undo = [];
afterEach(async () => {
  for (const back of undo.splice(0)) await back();
});

/** @param {net.Server} server */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  undo.push(() => server.close());
  return `127.0.0.1:${/** @type {net.AddressInfo} */ (server.address()).port}`;
}

/** @param {string} status of gRPC, with which everything is answered */
function startGrpc(status) {
  const server = http2.createServer();
  server.on("stream", (stream) => {
    stream.respond(
      { ":status": 200, "content-type": "application/grpc", "grpc-status": status },
      { endStream: true },
    );
  });
  return listen(server);
}

describe("at the address of Temporal", () => {
  test("nobody: said so, and that servers can do without", async () => {
    expect(await checkTemporal({ TEMPORAL_ADDRESS: "127.0.0.1:1" })).toEqual({
      state: "wrong",
      what: "TEMPORAL_ADDRESS: nobody listens at 127.0.0.1:1.",
      todo: expect.stringContaining("7233"),
    });
  });

  test("its UI, or whatever speaks HTTP: the port of the frontend is named", async () => {
    const address = await listen(createServer((_, response) => response.end("hello")));
    const found = await checkTemporal({ TEMPORAL_ADDRESS: address });
    expect(found.what).toContain(`${address} does not speak gRPC without TLS`);
    expect(found.todo).toContain("not its UI (8233)");
  });

  test("somebody who hangs up: the same", async () => {
    const address = await listen(net.createServer((socket) => socket.destroy()));
    expect((await checkTemporal({ TEMPORAL_ADDRESS: address })).what).toContain("does not speak gRPC");
  });

  test("no such namespace: how to make it", async () => {
    const env = { TEMPORAL_ADDRESS: await startGrpc("5"), TEMPORAL_NAMESPACE: "accounts" };
    const found = await checkTemporal(env);
    expect(found.what).toContain("TEMPORAL_NAMESPACE: there is no namespace accounts at");
    expect(found.todo).toContain("namespace create --namespace accounts");
  });

  test.each(["7", "16"])("one that refuses us with %s: the certificate is named", async (status) => {
    const found = await checkTemporal({ TEMPORAL_ADDRESS: await startGrpc(status) });
    expect(found.what).toContain("refuses us in the namespace default");
    expect(found.todo).toContain("TEMPORAL_TLS_CERT");
  });

  test("another service of gRPC: that it isn't Temporal", async () => {
    const found = await checkTemporal({ TEMPORAL_ADDRESS: await startGrpc("12") });
    expect(found.what).toContain("not as Temporal does (gRPC status 12)");
  });

  test("TLS where none is spoken, and a certificate that nobody trusts: each by its own advice", async () => {
    const plain = await listen(createServer());
    // Of an authority that has signed neither.
    const tls = { TEMPORAL_TLS_CA: rootCertificates[0] };
    const noTls = await checkTemporal({ TEMPORAL_ADDRESS: plain, ...tls });
    expect(noTls.what).toContain("does not begin with TLS");
    const smtp = await startSmtp({ secure: true });
    undo.push(smtp.close);
    const address = new URL(smtp.url).host;
    const untrusted = await checkTemporal({ TEMPORAL_ADDRESS: address, ...tls });
    expect(untrusted.what).toMatch(/certificate of .* is not trusted \(/);
    expect(untrusted.todo).toContain("TEMPORAL_TLS_CA");
  });

  test("a certificate of ours that is none: which settings to look at", async () => {
    const env = { TEMPORAL_ADDRESS: "127.0.0.1:1", TEMPORAL_TLS_CERT: "path/to.pem", TEMPORAL_TLS_KEY: "x" };
    expect((await checkTemporal(env)).what).toMatch(
      /^TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY can't be used \(/,
    );
  });

  test.each([
    ["ENOTFOUND", "is not known here"],
    ["EAI_AGAIN", "is not known here"],
    ["ETIMEDOUT", "does not answer"],
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "wants one"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "is not trusted"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "is not trusted"],
  ])("%s is explained", (code, said) => {
    const error = Object.assign(new Error(), { code });
    expect(explain(error, { address: "temporal.example.com:7233", isTls: true }).what).toContain(said);
  });
});
