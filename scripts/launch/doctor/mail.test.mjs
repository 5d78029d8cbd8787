import { afterEach, describe, expect, test } from "vitest";
import { smtpError, startSmtp } from "../../../src/testing/smtp-server";
import { checkMail, explain, judgeSender } from "./mail.mjs";

/** @type {Awaited<ReturnType<typeof startSmtp>> | undefined} */
let server;
afterEach(() => server?.close());

/** @param {string} url */
async function find(url) {
  const [found] = await checkMail({ SMTP_URL: url }, () => import("../../../src/lib/smtp"));
  return found;
}

describe("the mail server", () => {
  test("is right where it answers and takes the password, and is sent nothing", async () => {
    server = await startSmtp({ onAuth: ({ username }, _session, done) => done(null, { user: username }) });
    const url = `${server.url.replace("//", "//me:secretpw@")}?rejectUnauthorized=false`;
    expect(await find(url)).toEqual({
      state: "right",
      what: expect.stringMatching(/^SMTP_URL: 127\.0\.0\.1:\d+ answers and takes the password$/),
    });
    expect(server.received).toEqual([]);
  });

  test("that refuses the password is told from one that isn't there, and no password is shown", async () => {
    server = await startSmtp({
      onAuth: (_auth, _session, done) => done(smtpError(535, "no such user secretpw")),
    });
    const url = `${server.url.replace("//", "//me:secretpw@")}?rejectUnauthorized=false`;
    const refused = await find(url);
    expect(refused?.what).toMatch(/refuses the user name or the password \(535\)/);
    const away = await find("smtp://me:secretpw@127.0.0.1:1");
    expect(away?.what).toBe("SMTP_URL: nobody listens at 127.0.0.1:1.");
    expect(JSON.stringify([refused, away])).not.toContain("secretpw");
    expect((await find("mail.example.com"))?.what).toBe("SMTP_URL is not an address.");
  });

  test("that is asked in the wrong way is told which port goes with which", async () => {
    server = await startSmtp();
    const plain = await find(server.url.replace("smtp:", "smtps:"));
    expect([plain?.what, plain?.todo]).toEqual([
      expect.stringContaining("does not begin with TLS"),
      expect.stringContaining("smtps:// is for port 465"),
    ]);
    await server.close();
    server = await startSmtp({ secure: true });
    expect((await find(server.url))?.what).toMatch(/certificate of 127\.0\.0\.1:\d+ is not trusted/);
  });

  test.each([
    [{ code: "ETLS", message: "" }, "offers no TLS"],
    [{ code: "EDNS", message: "getaddrinfo ENOTFOUND mail.exmaple.com" }, "is not known here"],
    [{ code: "ETIMEDOUT", message: "Greeting never received" }, "does not answer in time"],
    [{ code: "EPROTOCOL", message: "421 me:secretpw" }, "can't be used (EPROTOCOL)"],
  ])("%o is explained", (error, said) => {
    const found = explain(error, { target: "mail.example.com:587", secure: false });
    expect(found.what).toContain(said);
    expect(found.what).not.toContain("secretpw");
  });
});

describe("the sender's domain", () => {
  test("is looked at but where Compose's own Mailpit keeps all mail", async () => {
    const answers = async () => ({ tryMailServer: async () => {} });
    /** @param {string} host @param {boolean} composed */
    const count = async (host, composed) => {
      const env = { SMTP_URL: `smtp://${host}:1025`, MAIL_FROM: "accounts@example.invalid" };
      return (await checkMail(env, answers, { composed })).length;
    };
    expect(await Promise.all([count("mailpit", true), count("mailpit", false), count("mx", true)])).toEqual([
      1, 3, 3,
    ]);
  });

  test("is right with SPF and DMARC, which are shown", () => {
    const found = judgeSender({ domain: "example.org", spf: "v=spf1 mx -all", dmarc: "v=DMARC1; p=reject" });
    expect(found.map(({ state }) => state)).toEqual(["right", "right"]);
    expect(found[0]?.what).toContain("v=spf1 mx -all");
  });

  test("without them, or where nothing can be looked up, what to look at is said", () => {
    for (const missing of [null, undefined]) {
      const found = judgeSender({ domain: "example.org", spf: missing, dmarc: missing });
      expect(found.map(({ state }) => state)).toEqual(["doubtful", "doubtful"]);
      expect(found.map(({ todo }) => todo).join()).toMatch(/v=spf1.*_dmarc\.example\.org.*DKIM/);
    }
  });
});
