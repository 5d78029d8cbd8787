import { beforeEach, describe, expect, it } from "vitest";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { forgetEverything } from "@/testing/factories";
import { startInstance } from "@/testing/instances";
import { completeSetup } from "./setup";
import { makeFirstSetupToken } from "./setup-token";

const VISIT = { address: "192.0.2.1", userAgent: null, traceId: "0".repeat(32) };

beforeEach(async () => {
  useCheapHashing();
  await forgetEverything();
  resetSettings();
});

describe("for everybody else", () => {
  it("the token is made once, by one of many that boot at the same moment", async () => {
    const [one, two] = await Promise.all([startInstance(), startInstance()]);
    const eight = Array.from({ length: 8 }, String);
    const results = await Promise.all([
      one.run("makeFirstSetupToken", eight),
      two.run("makeFirstSetupToken", eight),
    ]);
    const tokens = results.flat().filter((token) => token !== null);
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(await makeFirstSetupToken()).toBeNull();
    const setup = {
      organization_name: "Example Ltd",
      admin_email: "boss@example.com",
      admin_password: "a lantern on the quay",
      setup_token: tokens[0] as string,
    };
    await expect(completeSetup(setup, { clientInfo: VISIT, local: false })).resolves.toMatchObject({
      user: { role: "admin" },
    });
  });
});
