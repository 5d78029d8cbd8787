import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { database } from "@/db/pool";
import { queueMail } from "@/domain/mails/mails";
import { PermanentError } from "@/lib/permanent-error";
import { resetSettings } from "@/lib/settings";
import { createUser, emptyTables, setUpOrganization, type TestUser } from "@/testing/factories";
import { runJobs } from "@/testing/mails";
import { smtpError, startSmtp, type TestSmtp } from "@/testing/smtp-server";
import { deliverMail } from "./deliver";

const MAIL_FROM = "accounts@example.org";
const VERIFIED = { emailVerifiedAt: new Date() };

let server: TestSmtp | undefined;

beforeEach(async () => {
  await setUpOrganization();
  await emptyTables("jobs", "mails", "verification_tokens");
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  resetSettings();
});

async function sendBy(behavior: Parameters<typeof startSmtp>[0] = {}, query = "") {
  server = await startSmtp(behavior);
  resetSettings({ SMTP_URL: server.url + query, MAIL_FROM });
  return server;
}

/** A mail that waits to be sent. */
async function promise(user: TestUser, overrides: Partial<Parameters<typeof queueMail>[1]> = {}) {
  const id = randomUUID();
  await inTransaction((tx) => queueMail(tx, { id, kind: "reset_link", proof: "reset", user, ...overrides }));
  return id;
}

const rowOf = async (id: string) =>
  (await database()`select sent_at, kept_at from mails where id = ${id}`)[0];
const jobOf = async (id: string) =>
  (await database()`select * from jobs where payload ->> 'mail_id' = ${id}`)[0];

describe("a mail", () => {
  it("is sent with text and HTML, a link by APP_URL, and headers that keep it from being answered by machines", async () => {
    const { received } = await sendBy();
    const user = await createUser({ ...VERIFIED, fullName: "Ada Lovelace" });
    const id = await promise(user);
    await runJobs();
    expect(received).toHaveLength(1);
    const { from, to, mail, raw } = received[0]!;
    expect({ from, to }).toEqual({ from: MAIL_FROM, to: [user.email] });
    expect(mail.from).toEqual({ name: "Example Ltd", address: MAIL_FROM });
    expect(mail.subject).toBe("Choose a new password for Example Ltd");
    expect(mail.messageId).toBe(`<${id}@localhost>`);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const link = /http:\/\/localhost:3000\/reset-password\?token=[0-9a-f]{80}/;
    expect(mail.text).toMatch(link);
    expect(mail.text).toContain("Hello Ada Lovelace");
    expect(mail.html).toMatch(link);
    // Nothing is fetched when it is read.
    expect(mail.html).not.toMatch(/<img|url\(|<link|@import/i);
    expect((await rowOf(id))?.sent_at).toBeInstanceOf(Date);
  });

  it("is in the language of its person, else of whoever asked, else in English", async () => {
    const { received } = await sendBy();
    await promise(await createUser({ locale: "ru" }), { locale: "en" });
    await promise(await createUser(), { locale: "ru" });
    await promise(await createUser());
    await runJobs();
    expect(received.map(({ mail }) => mail.subject).sort()).toEqual([
      "Choose a new password for Example Ltd",
      "Новый пароль: Example Ltd",
      "Новый пароль: Example Ltd",
    ]);
  });

  it("escapes what people call themselves, and lets no name add a header or another recipient", async () => {
    const { received } = await sendBy();
    await database()`update providers set name = ${"Evil\r\nBcc: all@example.com"}`;
    await promise(await createUser({ ...VERIFIED, fullName: "<b>Ada</b>\r\nBcc: other@example.com" }));
    await runJobs();
    await database()`update providers set name = 'Example Ltd'`;
    const { mail, to, raw } = received[0]!;
    expect(to).toHaveLength(1);
    expect(mail.bcc ?? []).toEqual([]);
    expect(raw).not.toMatch(/^Bcc:/im);
    expect(mail.html).not.toContain("<b>");
    expect(mail.html).toContain("&lt;b&gt;Ada&lt;/b&gt;");
  });

  it("keeps names that are written from right to left to themselves, in the subject too, and bare where they stand alone", async () => {
    const { received } = await sendBy();
    await database()`update providers set name = 'مؤسسة الفنار'`;
    await promise(await createUser({ ...VERIFIED, fullName: "דניאל כהן" }));
    await runJobs();
    await database()`update providers set name = 'Example Ltd'`;
    const { mail } = received[0]!;
    expect(mail.subject).toBe("Choose a new password for \u2068مؤسسة الفنار\u2069");
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain("Hello \u2068דניאל כהן\u2069, someone");
      expect(body).toContain("by \u2068مؤسسة الفنار\u2069.");
    }
    expect(mail.from?.name).toBe("مؤسسة الفنار");
  });

  it("calls nobody by a name that a visitor may have given to somebody else's address", async () => {
    const { received } = await sendBy();
    const user = await createUser({ fullName: "Win a prize at https://evil.example" });
    await promise(user);
    await promise(user, { kind: "verify_email", proof: "verify_email" });
    await runJobs();
    expect(received).toHaveLength(2);
    for (const { mail } of received) {
      expect(mail.text).toContain(user.username);
      expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain("evil.example");
    }
  });

  it("isn't promised where its transaction is rolled back, and is one for one id", async () => {
    const user = await createUser();
    const failing = inTransaction(async (tx) => {
      await queueMail(tx, { id: randomUUID(), kind: "password_reset", user });
      throw new Error("on second thoughts");
    });
    await expect(failing).rejects.toThrow();
    expect(await database()`select from mails`).toHaveLength(0);
    const id = randomUUID();
    for (let n = 0; n < 2; n++)
      await inTransaction((tx) => queueMail(tx, { id, kind: "reset_link", proof: "reset", user }));
    expect(await database()`select from mails`).toHaveLength(1);
    expect(await database()`select from jobs`).toHaveLength(1);
  });

  it("holds no token in its row, its job or its proof", async () => {
    await promise(await createUser());
    const rows =
      await database()`select row_to_json(m) as row from mails m union all select row_to_json(j) from jobs j
      union all select row_to_json(v) from verification_tokens v`;
    expect(JSON.stringify(rows)).not.toMatch(/\b[0-9a-f]{80}\b/);
    expect(rows).toHaveLength(3);
  });

  it("is sent once, however often its job runs", async () => {
    const { received } = await sendBy();
    const id = await promise(await createUser());
    for (let n = 0; n < 3; n++) await deliverMail(id);
    expect(received).toHaveLength(1);
  });

  it("whose link was used or replaced, or has run out, isn't sent, nor one of somebody who is purged", async () => {
    const { received } = await sendBy();
    const user = await createUser();
    const older = await promise(user);
    const newer = await promise(user);
    await deliverMail(older);
    await database()`update verification_tokens set expires = now() - interval '1 s'`;
    await deliverMail(newer);
    await deliverMail(randomUUID());
    expect(received).toEqual([]);
    expect(await rowOf(newer)).toEqual({ sent_at: null, kept_at: null });
  });

  it("is kept where no SMTP_URL is set", async () => {
    resetSettings();
    const id = await promise(await createUser());
    await runJobs();
    expect(await rowOf(id)).toEqual({ sent_at: null, kept_at: expect.any(Date) });
  });
});

describe("a mail server", () => {
  it("that speaks TLS is trusted only if its certificate is, unless the setting says otherwise", async () => {
    const { received } = await sendBy({ secure: true });
    const id = await promise(await createUser());
    await expect(deliverMail(id)).rejects.toThrow(/certificate/i);
    resetSettings({ SMTP_URL: `${server?.url}?rejectUnauthorized=false`, MAIL_FROM });
    await deliverMail(id);
    expect(received.map(({ tls }) => tls)).toEqual([true]);
  });

  it("that offers STARTTLS gets the password and the mail under it", async () => {
    const passwords: unknown[] = [];
    const { received } = await sendBy({
      onAuth: ({ username, password }, { secure }, callback) => {
        passwords.push([username, password, secure]);
        callback(null, { user: username });
      },
    });
    resetSettings({
      SMTP_URL: `${server?.url.replace("//", "//me%40example.org:p%40ss@")}?rejectUnauthorized=false`,
      MAIL_FROM,
    });
    await deliverMail(await promise(await createUser()));
    expect(passwords).toEqual([["me@example.org", "p@ss", true]]);
    expect(received.map(({ tls }) => tls)).toEqual([true]);
  });

  it("that refuses the recipient for good ends the matter, with its reason", async () => {
    await sendBy({ onRcptTo: (_address, _session, callback) => callback(smtpError(550, "no such mailbox")) });
    const id = await promise(await createUser());
    await expect(deliverMail(id)).rejects.toThrow(PermanentError);
    await runJobs();
    expect(await jobOf(id)).toMatchObject({
      attempts: 1,
      failed_at: expect.any(Date),
      last_error: expect.stringContaining("no such mailbox"),
    });
  });

  it("that asks for patience, isn't there, or turns the password away is asked again later", async () => {
    await sendBy({ onRcptTo: (_address, _session, callback) => callback(smtpError(451, "try again later")) });
    const id = await promise(await createUser());
    await runJobs();
    expect(await jobOf(id)).toMatchObject({ attempts: 1, failed_at: null, done_at: null });
    resetSettings({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM });
    await expect(deliverMail(id)).rejects.toThrow("ECONNREFUSED");
    await server?.close();
    const { url } = await sendBy({ onAuth: (_auth, _session, callback) => callback(smtpError(535, "no")) });
    resetSettings({ SMTP_URL: `${url.replace("//", "//me:pw@")}?rejectUnauthorized=false`, MAIL_FROM });
    const refused = await deliverMail(id).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(refused).not.toBeInstanceOf(PermanentError);
    expect(String((refused as Error).message)).not.toContain("pw");
  });

  it("that loses the connection after the message gets it again under the same Message-ID", async () => {
    let times = 0;
    const ids: (string | undefined)[] = [];
    await sendBy({
      onMessage: ({ mail }) => {
        ids.push(mail.messageId);
        if (++times === 1) throw smtpError(421, "closing");
      },
    });
    const id = await promise(await createUser());
    await runJobs();
    await database()`update jobs set run_at = now()`;
    await runJobs();
    expect(ids).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
    expect((await rowOf(id))?.sent_at).toBeInstanceOf(Date);
  });
});
