import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { findOrganization } from "@/domain/organization/organization";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { forgetEverything, PASSWORD } from "@/testing/factories";
import { startInstance } from "@/testing/instances";

const SETTINGS = "/api/v1/admin/settings";

const AS_SET_UP = {
  organization_name: "Example Ltd",
  registration: "open",
  audit_retention_days: null,
  accent_color: null,
  session_ttl_seconds: null,
  session_ttl_remember_seconds: null,
  session_idle_seconds: null,
  logo_url: null,
};

const api = serveApi();
let admin: SignedIn;

beforeAll(useCheapHashing);
beforeEach(async () => {
  await forgetEverything();
  admin = await signedIn(api, { user: { role: "admin" } });
});

function change(json: unknown, { fetch }: Pick<SignedIn, "fetch"> = admin) {
  return fetch(SETTINGS, { method: "PATCH", json });
}

async function read() {
  const response = await admin.fetch(SETTINGS);
  expect(response.status).toBe(200);
  return response.json();
}

function register(name: string) {
  return api.fetch("/api/v1/auth/register", {
    json: { email: `${name}@example.com`, username: name, password: PASSWORD },
  });
}

async function changesWrittenDown() {
  const rows = await database()`
    select actor_id, detail from audit_events where action = 'organization.changed' order by id
  `;
  return rows.map((row) => ({ ...row }));
}

describe("200", () => {
  it("answers what the setup wrote", async () => {
    expect(await read()).toEqual(AS_SET_UP);
  });

  it("closes and opens registration for the next request, on this instance and on another", async () => {
    const other = await startInstance({ REGISTRATION: "open" });
    expect(await other.run("register", ["first"])).toMatchObject([{ user: { username: "first" } }]);

    const closed = await change({ registration: "closed" });
    expect(await closed.json()).toEqual({ ...AS_SET_UP, registration: "closed" });
    expect(await other.run("register", ["second"])).toEqual(["REGISTRATION_CLOSED"]);
    await expect(register("third")).resolves.toFailWith("REGISTRATION_CLOSED");

    await change({ registration: "open" });
    expect(await other.run("register", ["fourth"])).toMatchObject([{ user: { username: "fourth" } }]);
    expect((await register("fifth")).status).toBe(201);
  });

  it("renames the organization, trimmed, in any script", async () => {
    const answer = await change({ organization_name: "  ООО «Ворота» 🚪 " });
    expect(await answer.json()).toEqual({ ...AS_SET_UP, organization_name: "ООО «Ворота» 🚪" });
    expect(await read()).toMatchObject({ organization_name: "ООО «Ворота» 🚪" });
  });

  it("keeps the audit log for a time, and for ever again, as nothing else that is set changes", async () => {
    const answer = await change({ audit_retention_days: 90 });
    expect(await answer.json()).toEqual({ ...AS_SET_UP, audit_retention_days: 90 });
    await change({ registration: "closed" });
    expect(await read()).toEqual({ ...AS_SET_UP, registration: "closed", audit_retention_days: 90 });
    await change({ audit_retention_days: null });
    expect(await read()).toEqual({ ...AS_SET_UP, registration: "closed" });
    expect((await changesWrittenDown()).map(({ detail }) => detail.audit_retention_days)).toEqual([
      { from: null, to: 90 },
      undefined,
      { from: 90, to: null },
    ]);
  });

  it("has a colour of its own, and the product's again, which visitors' pages are kept apart by", async () => {
    expect(await (await change({ accent_color: "#2F855A" })).json()).toMatchObject({
      accent_color: "#2f855a",
    });
    expect(await findOrganization()).toMatchObject({ accent_color: "#2f855a" });
    await change({ accent_color: null });
    expect(await read()).toEqual(AS_SET_UP);
    expect((await changesWrittenDown()).map(({ detail }) => detail.accent_color)).toEqual([
      { from: null, to: "#2f855a" },
      { from: "#2f855a", to: null },
    ]);
  });

  it("has sessions of its own lengths, up to what the settings say, and writes down what changed", async () => {
    const lengths = {
      session_ttl_seconds: 86_400,
      session_ttl_remember_seconds: 900,
      session_idle_seconds: 400 * 86_400,
    };
    expect(await (await change(lengths)).json()).toEqual({ ...AS_SET_UP, ...lengths });
    await change({ session_idle_seconds: 300 });
    await change({
      session_ttl_seconds: null,
      session_ttl_remember_seconds: null,
      session_idle_seconds: null,
    });
    expect(await read()).toEqual(AS_SET_UP);
    expect((await changesWrittenDown()).map(({ detail }) => detail)).toEqual([
      Object.fromEntries(Object.entries(lengths).map(([field, to]) => [field, { from: null, to }])),
      { session_idle_seconds: { from: 400 * 86_400, to: 300 } },
      {
        session_ttl_seconds: { from: 86_400, to: null },
        session_ttl_remember_seconds: { from: 900, to: null },
        session_idle_seconds: { from: 300, to: null },
      },
    ]);
  });

  it("refuses an idle time that is longer than SESSION_IDLE_SECONDS", async () => {
    resetSettings({ SESSION_IDLE_SECONDS: "600" });
    await expect(change({ session_idle_seconds: 660 })).resolves.toFailWith("VALIDATION_ERROR", {
      field: "session_idle_seconds",
    });
    expect((await change({ session_idle_seconds: 600 })).status).toBe(200);
    resetSettings();
  });

  it.each(["NaN", "Infinity", "1e400", "-1e400", "09"])("takes no %s for a length", async (number) => {
    const answer = await admin.fetch(SETTINGS, {
      method: "PATCH",
      body: `{"session_ttl_seconds": ${number}}`,
      headers: { "content-type": "application/json" },
    });
    expect([400, 422]).toContain(answer.status);
    expect(await read()).toEqual(AS_SET_UP);
  });

  it("writes down who changed what from what, and nothing where nothing changed", async () => {
    await change({ organization_name: "Other Ltd" });
    await change({ organization_name: "Other Ltd", registration: "closed" });
    for (const nothing of [{}, { registration: "closed" }, { unknown: true }]) await change(nothing);
    expect(await changesWrittenDown()).toEqual([
      { actor_id: admin.user.id, detail: { organization_name: { from: "Example Ltd", to: "Other Ltd" } } },
      { actor_id: admin.user.id, detail: { registration: { from: "open", to: "closed" } } },
    ]);
  });

  it("tells of twenty changes at once in the order in which they happened", async () => {
    const wanted = Array.from({ length: 20 }, (_, index) => `Name ${index}`);
    await Promise.all(wanted.map((organization_name) => change({ organization_name })));
    const steps = (await changesWrittenDown()).map(({ detail }) => detail.organization_name);
    expect(steps).toHaveLength(20);
    expect(steps.map(({ from }) => from)).toEqual(["Example Ltd", ...steps.slice(0, -1).map(({ to }) => to)]);
    expect(await read()).toMatchObject({ organization_name: steps.at(-1).to });
  });

  it("keeps what else is known of the organization", async () => {
    await database()`
      update system_config set value = value || '{"other":1}' where key = 'organization'
    `;
    await change({ registration: "closed" });
    const [row] = await database()`select value from system_config where key = 'organization'`;
    expect(row?.value).toEqual({ registration: "closed", other: 1 });
  });
});

describe("403, 422", () => {
  it("is for administrators only", async () => {
    const other = await signedIn(api);
    await expect(other.fetch(SETTINGS)).resolves.toFailWith("FORBIDDEN");
    await expect(change({ registration: "closed" }, other)).resolves.toFailWith("FORBIDDEN");
    expect(await read()).toEqual(AS_SET_UP);
  });

  it.each([
    { organization_name: "" },
    { organization_name: " \t" },
    { organization_name: "a\nb" },
    { organization_name: "a\0" },
    { organization_name: "x".repeat(256) },
    { organization_name: null },
    { registration: "invite" },
    { registration: true },
    { audit_retention_days: 29 },
    { audit_retention_days: 36_501 },
    { audit_retention_days: 30.5 },
    { audit_retention_days: "90" },
    ...["session_ttl_seconds", "session_ttl_remember_seconds", "session_idle_seconds"].flatMap((field) =>
      [-1, 0, 299, 901, 300.5, "900", "", true, [], {}, 400 * 86_400 + 60, 1e300].map((value) => ({
        [field]: value,
      })),
    ),
    { session_ttl_seconds: 840 },
    // Longer than the settings say.
    { session_ttl_seconds: 86_460 },
    { session_ttl_remember_seconds: 30 * 86_400 + 60 },
    { accent_color: "green" },
    { accent_color: "#2f855a}*{display:none" },
  ])("refuses %o", async (body) => {
    await expect(change(body)).resolves.toFailWith("VALIDATION_ERROR", { field: Object.keys(body)[0] });
  });

  it.each(["#ffffff", "#000000", "#ffd54a"])(
    "refuses the colour %s, which one of the themes hides",
    async (color) => {
      await expect(change({ accent_color: color })).resolves.toFailWith("COLOR_CONTRAST", {
        field: "accent_color",
      });
    },
  );
});
