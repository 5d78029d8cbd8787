import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/pool";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { forgetEverything } from "@/testing/factories";
import { completeSetup, getSetupStatus } from "./setup";
import { makeFirstSetupToken, replaceSetupToken } from "./setup-token";

const VISIT = { address: "192.0.2.1", userAgent: null, traceId: "0".repeat(32) };

beforeEach(async () => {
  useCheapHashing();
  await forgetEverything();
  resetSettings();
});

function setUp(setup_token?: string, { local = false } = {}) {
  return completeSetup(
    {
      organization_name: "Example Ltd",
      admin_email: "boss@example.com",
      admin_password: "a lantern on the quay",
      setup_token,
    },
    { clientInfo: VISIT, local },
  );
}

async function refused(setup_token?: string, { local = false } = {}) {
  await expect(setUp(setup_token, { local }).catch((error) => error)).resolves.toFailWith(
    "INVALID_SETUP_TOKEN",
    {
      field: "setup_token",
    },
  );
}

describe("on a loopback installation", () => {
  it("no token is asked for, and the one that was made all the same goes with the setup", async () => {
    expect(await makeFirstSetupToken()).not.toBeNull();
    expect(await getSetupStatus({ local: true })).toEqual({ is_complete: false, requires_token: false });
    await expect(setUp(undefined, { local: true })).resolves.toMatchObject({ user: { role: "admin" } });
    expect(await database()`select key from system_config where key = 'setup_token'`).toEqual([]);
  });
});

describe("for everybody else", () => {
  it.each(["0.0.0.0", "127.0.0.1", "::1", "localhost"])(
    "a token is asked for, wherever the server listens: %s",
    async (host) => {
      resetSettings({ HOST: host });
      expect(await getSetupStatus({ local: false })).toEqual({ is_complete: false, requires_token: true });
      await refused();
    },
  );

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
    expect(await getSetupStatus({ local: false })).toEqual({ is_complete: true, requires_token: false });
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

  it.each([true, false])("it is that one, whoever asks: %s", async (local) => {
    resetSettings({ SETUP_TOKEN: SETTING });
    expect(await makeFirstSetupToken()).toBeNull();
    expect(await getSetupStatus({ local })).toEqual({ is_complete: false, requires_token: true });
    await refused(undefined, { local });
    await refused(`${SETTING}.`, { local });
    await expect(setUp(SETTING, { local })).resolves.toMatchObject({ user: { role: "admin" } });
  });
});
