import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import type { Job } from "@/domain/jobs/list-jobs";
import { serveApi } from "@/testing/api-server";
import { inBrowser, type SignedIn, signedIn } from "@/testing/callers";

const api = serveApi();
let admin: SignedIn;

beforeAll(async () => {
  admin = await signedIn(api, { user: { role: "admin" } });
});

const STATES = ["waiting", "running", "failed", "done"];

/** One of each state, and one whose lease ran out, oldest first. */
beforeEach(async () => {
  await database()`delete from jobs`;
  await database()`
    insert into jobs (kind, payload, attempts, lease_id, leased_until, failed_at, done_at, last_error, created_at) values
      ('clean_up', '{}', 0, null, null, null, null, null, now() - interval '5 s'),
      ('clean_up', '{}', 1, gen_random_uuid(), now() + interval '1 min', null, null, null, now() - interval '4 s'),
      ('purge_account', jsonb_build_object('user_id', gen_random_uuid()), 12, null, null, now(), null, 'no luck', now() - interval '3 s'),
      ('clean_up', '{}', 1, null, null, null, now(), null, now() - interval '2 s'),
      ('clean_up', '{}', 1, gen_random_uuid(), now() - interval '1 s', null, null, null, now() - interval '1 s')
  `;
});

async function list(query = "", { fetch } = admin): Promise<{ items: Job[]; next_cursor: string | null }> {
  const response = await fetch(`/api/v1/admin/jobs${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

const jobIn = async (state: string) => (await list(`?state=${state}`)).items[0]!;

function retry(id: string, { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(`/api/v1/admin/jobs/${id}/retry`, { method: "POST" });
}

const events = () => database()`select detail from audit_events where action = 'job.retried' order by id`;

describe("GET 200", () => {
  it("shows all, newest first, each in its state, with the reason of what failed", async () => {
    const { items } = await list();
    expect(items.map(({ state }) => state)).toEqual(["waiting", "done", "failed", "running", "waiting"]);
    expect(items[2]).toMatchObject({
      kind: "purge_account",
      payload: { user_id: expect.any(String) },
      attempts: 12,
      last_error: "no luck",
      failed_at: expect.stringMatching(/Z$/),
      done_at: null,
    });
    expect(JSON.stringify(items)).not.toContain("lease");
  });

  it("shows those of a state or a kind alone", async () => {
    for (const state of STATES)
      expect([...new Set((await list(`?state=${state}`)).items.map((job) => job.state))]).toEqual([state]);
    expect((await list("?kind=clean_up")).items).toHaveLength(4);
    expect((await list("?kind=purge_account&state=failed")).items).toHaveLength(1);
    expect((await list("?kind=purge_account&state=done")).items).toEqual([]);
  });

  it("walks from page to page without a gap or a repetition, while others come", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await list(`?limit=2${cursor}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor === null ? "" : `&cursor=${page.next_cursor}`;
      await database()`insert into jobs (kind) values ('clean_up')`;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});

describe("GET 403, 422", () => {
  it("is for administrators", async () => {
    const other = await signedIn(api);
    await expect(other.fetch("/api/v1/admin/jobs")).resolves.toFailWith("FORBIDDEN");
    await expect(retry((await jobIn("failed")).id, other)).resolves.toFailWith("FORBIDDEN");
  });

  it.each(["state=gone", "kind=of_tomorrow", "limit=0", "cursor=nonsense", "state=done&state=failed"])(
    "refuses ?%s",
    async (query) => {
      const answer = await admin.fetch(`/api/v1/admin/jobs?${query}`);
      expect([400, 422]).toContain(answer.status);
    },
  );
});

describe("POST retry 200", () => {
  it("has what was given up tried again, with all its attempts, once however often it is asked for", async () => {
    const { id } = await jobIn("failed");
    const answers = await Promise.all(Array.from({ length: 10 }, () => retry(id)));
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.json()).toMatchObject({ id, state: "waiting", attempts: 0, failed_at: null });
    }
    expect(await events()).toEqual([{ detail: { job: id, kind: "purge_account" } }]);
  });

  it("hurries what waits after a failed attempt", async () => {
    const { id } = await jobIn("failed");
    await database()`update jobs set failed_at = null, run_at = now() + interval '1 h' where id = ${id}`;
    const job: Job = await (await retry(id)).json();
    expect(new Date(job.run_at).getTime()).toBeLessThan(Date.now() + 60_000);
  });

  it("leaves what waits, runs or is done as it is", async () => {
    for (const state of ["waiting", "running", "done"]) {
      const before = await jobIn(state);
      expect(await (await retry(before.id)).json()).toEqual(before);
    }
  });

  it("works from a page of ours, and not from another site's", async () => {
    const { id } = await jobIn("failed");
    const browser = inBrowser(api, admin.session);
    expect((await retry(id, { fetch: browser })).status).toBe(200);
    const foreign = await browser(`/api/v1/admin/jobs/${id}/retry`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    });
    await expect(foreign).toFailWith("CSRF_REJECTED");
  });
});

describe("POST retry 404", () => {
  it.each([crypto.randomUUID(), "nonsense"])("knows no %s", async (id) => {
    await expect(retry(id)).resolves.toFailWith("NOT_FOUND");
  });
});
