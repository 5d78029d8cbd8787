import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { forgetEverything } from "@/testing/factories";
import { startInstance } from "@/testing/instances";
import { completeSetup, getSetupStatus } from "./setup";
import { makeFirstSetupToken, replaceSetupToken } from "./setup-token";

const OPEN_TO_ALL = { HOST: "0.0.0.0" };
const VISIT = { address: "192.0.2.1", userAgent: null, traceId: "0".repeat(32) };

beforeEach(async () => {
  useCheapHashing();
  await forgetEverything();
  resetSettings(OPEN_TO_ALL);
});

function setUp(setup_token?: string) {
  return completeSetup(
    {
      organization_name: "Example Ltd",
      admin_email: "boss@example.com",
      admin_password: "a lantern on the quay",
      setup_token,
    },
    VISIT,
  );
}

async function refused(setup_token?: string) {
  await expect(setUp(setup_token).catch((error) => error)).resolves.toFailWith("INVALID_SETUP_TOKEN", {
    field: "setup_token",
  });
}

describe("where only this machine reaches the server", () => {
  it.each(["127.0.0.1", "127.8.9.1", "::1", "localhost"])("no token is asked for: %s", async (host) => {
    resetSettings({ HOST: host });
    expect(await makeFirstSetupToken()).toBeNull();
    expect(await getSetupStatus()).toEqual({ is_complete: false, requires_token: false });
    await expect(setUp()).resolves.toMatchObject({ user: { role: "admin" } });
  });
});

describe("where others reach it", () => {
  it.each(["0.0.0.0", "::", "192.0.2.7", "gatehouse.example", "127.example.com"])(
    "a token is asked for: %s",
    async (host) => {
      resetSettings({ HOST: host });
      expect(await getSetupStatus()).toEqual({ is_complete: false, requires_token: true });
      await refused();
    },
  );

  it("the token is made once, by one of many that boot at the same moment", async () => {
    const [one, two] = await Promise.all([startInstance(OPEN_TO_ALL), startInstance(OPEN_TO_ALL)]);
    const eight = Array.from({ length: 8 }, String);
    const results = await Promise.all([
      one.run("makeFirstSetupToken", eight),
      two.run("makeFirstSetupToken", eight),
    ]);
    const tokens = results.flat().filter((token) => token !== null);
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(await makeFirstSetupToken()).toBeNull();
    await expect(setUp(tokens[0] as string)).resolves.toMatchObject({ user: { role: "admin" } });
  });

  it("opens the setup to who has it, and to nobody else", async () => {
    const token = (await makeFirstSetupToken())!;
    for (const wrong of [undefined, "", "x", token.slice(1), `${token} `, token.toUpperCase()])
      await refused(wrong);
    await expect(setUp(token)).resolves.toMatchObject({ user: { role: "admin" } });
  });

  it("is kept as a hash only, and gone once it is spent", async () => {
    const token = (await makeFirstSetupToken())!;
    const kept = await database()`select value::text from system_config where key = 'setup_token'`;
    expect(JSON.stringify(kept)).not.toContain(token);
    await setUp(token);
    expect(await database()`select key from system_config where key = 'setup_token'`).toEqual([]);
    expect(await getSetupStatus()).toEqual({ is_complete: true, requires_token: false });
  });

  it("is void once another was made, which is never made after the setup", async () => {
    const lost = (await makeFirstSetupToken())!;
    const found = (await replaceSetupToken())!;
    await refused(lost);
    await setUp(found);
    expect(await replaceSetupToken()).toBeNull();
    expect(await makeFirstSetupToken()).toBeNull();
    expect(await database()`select key from system_config where key = 'setup_token'`).toEqual([]);
  });

  it("lets nobody in while there is none", async () => {
    for (const guess of ["", "undefined", "null"]) await refused(guess);
  });
});

describe("where the settings name it", () => {
  const SETTING = "a token of the operator's own";

  it.each([OPEN_TO_ALL, { HOST: "127.0.0.1" }])("it is that one, whatever the host: %o", async (host) => {
    resetSettings({ ...host, SETUP_TOKEN: SETTING });
    expect(await makeFirstSetupToken()).toBeNull();
    expect(await getSetupStatus()).toEqual({ is_complete: false, requires_token: true });
    await refused();
    await refused(`${SETTING}.`);
    await expect(setUp(SETTING)).resolves.toMatchObject({ user: { role: "admin" } });
  });
});
