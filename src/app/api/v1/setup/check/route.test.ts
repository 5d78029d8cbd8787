import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { makeFirstSetupToken } from "@/domain/setup/setup-token";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { createUser, forgetEverything, PASSWORD } from "@/testing/factories";

const api = serveApi();

beforeAll(useCheapHashing);
beforeEach(async () => {
  resetSettings();
  await forgetEverything();
});

function check(json: object, headers: Record<string, string> = {}) {
  return api.fetch("/api/v1/setup/check", { json, headers });
}

describe("204", () => {
  it.each([
    {},
    { organization_name: "Example Ltd" },
    { admin_email: "grace@example.com", admin_password: PASSWORD },
    { admin_full_name: "" },
  ])("lets %o pass, and writes nothing", async (draft) => {
    expect((await check(draft)).status).toBe(204);
    const [row] = await database()`
      select (select count(*)::int from users) + (select count(*)::int from providers)
        + (select count(*)::int from system_config) + (select count(*)::int from audit_events) as rows
    `;
    expect(row?.rows).toBe(0);
  });

  it("lets the right token pass, as often as attempts are left", async () => {
    resetSettings({ TRUSTED_PROXY_HOPS: "1", RATE_LIMIT_AUTH_PER_MINUTE: "3" });
    const setup_token = await makeFirstSetupToken();
    expect((await check({ setup_token })).status).toBe(204);
    await expect(check({ setup_token: "guess" })).resolves.toFailWith("INVALID_SETUP_TOKEN");
    await expect(check({ setup_token: "" })).resolves.toFailWith("INVALID_SETUP_TOKEN", {
      field: "setup_token",
    });
    await expect(check({ setup_token })).resolves.toFailWith("RATE_LIMIT_EXCEEDED");
    expect((await check({ organization_name: "Example Ltd" })).status).toBe(204);
  });
});

describe("403, 409, 422", () => {
  it.each([
    [{ admin_email: "grace" }, "INVALID_EMAIL", "admin_email"],
    [{ admin_password: "Zq7!x" }, "PASSWORD_TOO_SHORT", "admin_password"],
    [{ admin_password: "password123" }, "PASSWORD_TOO_COMMON", "admin_password"],
    [
      { admin_email: "grace.hopper@example.com", admin_password: "grace.hopper" },
      "PASSWORD_TOO_COMMON",
      "admin_password",
    ],
    [{ admin_password: "long ".repeat(30) }, "PASSWORD_TOO_LONG", "admin_password"],
    [{ admin_username: "no spaces" }, "INVALID_USERNAME", "admin_username"],
    [{ organization_name: " " }, "VALIDATION_ERROR", "organization_name"],
  ] as const)("refuses %o", async (draft, code, field) => {
    await expect(check(draft)).resolves.toFailWith(code, { field });
  });

  it("is over once the installation is set up", async () => {
    await createUser();
    await expect(check({ organization_name: "Example Ltd" })).resolves.toFailWith("SETUP_ALREADY_COMPLETED");
  });

  it("is no use to other sites", async () => {
    await expect(check({}, { origin: "https://evil.example" })).resolves.toFailWith("CSRF_REJECTED");
  });
});
