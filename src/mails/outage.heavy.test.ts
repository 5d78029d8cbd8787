import { afterEach, expect, test } from "vitest";
import { database } from "@/db/pool";
import { register } from "@/domain/sign-in/register";
import { DEFINITIONS } from "@/jobs/definitions";
import { type Engine, startEngine } from "@/jobs/engine";
import { resetSettings } from "@/lib/settings";
import { PASSWORD, setUpOrganization } from "@/testing/factories";
import { until } from "@/testing/jobs";
import { type Received, startSmtp, type TestSmtp } from "@/testing/smtp-server";

const PEOPLE = 1_000;
const AT_ONCE = 10;
/** Every so manieth mail the connection breaks right after its last byte, the first time. */
const CUT = 50;

let smtp: TestSmtp | undefined;
let engine: Engine | undefined;
afterEach(async () => {
  await engine?.stop();
  await smtp?.close();
  resetSettings();
});

const clientInfo = { address: null, userAgent: null, traceId: "4b".repeat(16) };
const nameOf = (n: number) => `newcomer${n}`;
const emailOf = (n: number) => `${nameOf(n)}@example.com`;

async function registerAll(from: number, to: number) {
  let next = from;
  const one = async () => {
    while (next < to) {
      const n = next++;
      await register({ email: emailOf(n), username: nameOf(n), password: PASSWORD }, clientInfo);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

test("a thousand registrations, the mail server away for half of them: each is mailed once, none is lost", async () => {
  await setUpOrganization();
  const broken = new Set<string>();
  const cutsAfter = ({ to: [to = ""] }: Received) => {
    const cuts = Number(/\d+/.exec(to)?.[0]) % CUT === 0 && !broken.has(to);
    if (cuts) broken.add(to);
    return cuts;
  };
  smtp = await startSmtp({ cutsAfter });
  const received = [smtp.received];
  const port = Number(new URL(smtp.url).port);
  resetSettings({ SMTP_URL: smtp.url, MAIL_FROM: "accounts@example.org" });
  engine = startEngine({ definitions: DEFINITIONS, atOnce: 4, schedules: false });

  await registerAll(0, PEOPLE / 4);
  await smtp.close();
  await registerAll(PEOPLE / 4, (PEOPLE * 3) / 4);
  await until(async () => (await database()`select from jobs where last_error is not null`).length > 0);
  smtp = await startSmtp({ cutsAfter, port });
  received.push(smtp.received);
  await registerAll((PEOPLE * 3) / 4, PEOPLE);

  await until(async () => {
    // So much time passes: what failed is due again.
    await database()`update jobs set run_at = now() where run_at > now()`;
    return (await database()`select from jobs where done_at is null`).length === 0;
  });

  const mails = received.flat();
  const times = new Map<string, number>();
  for (const { to } of mails) times.set(to[0]!, (times.get(to[0]!) ?? 0) + 1);
  const people = Array.from({ length: PEOPLE }, (_, n) => emailOf(n));
  expect(people.filter((email) => !times.has(email))).toEqual([]);
  expect(people.filter((email) => times.get(email)! > 1).toSorted()).toEqual([...broken].toSorted());
  expect(broken.size).toBe(PEOPLE / CUT);
  expect(mails).toHaveLength(PEOPLE + broken.size);
  expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(PEOPLE);
  expect(await database()`select from mails where sent_at is null`).toHaveLength(0);
  expect(await database()`select from jobs where failed_at is not null`).toHaveLength(0);
}, 300_000);
