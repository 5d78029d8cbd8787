import { beforeEach, describe, expect, it } from "vitest";
import { replaceHashParameters } from "@/lib/hashing/parameters";
import { resetSettings } from "@/lib/settings";
import { createUser, setUpOrganization } from "@/testing/factories";
import { forgetKinds } from "./dummy-hash";
import { signIn } from "./sign-in";

let count = 0;

beforeEach(async () => {
  resetSettings({ RATE_LIMIT_AUTH_PER_MINUTE: "0", RATE_LIMIT_ACCOUNT_FAILURES: "0" });
  await setUpOrganization();
});

/** A failed sign-in from an address that nobody has used before. */
async function attempt(identifier: string) {
  count++;
  const clientInfo = { address: `198.51.100.${count % 250}`, userAgent: null, traceId: "4b".repeat(16) };
  await signIn({ identifier, password: "not this one", rememberMe: false, clientInfo }).catch(() => {});
}

describe("a failed sign-in tells nothing of the account", () => {
  it("by the time: at their fastest all kinds take alike", async () => {
    // As dear as in production, so that a hash left out would be most of the time.
    replaceHashParameters();
    const kinds = [
      "nobody@example.com",
      (await createUser()).email,
      (await createUser({ isActive: false })).email,
      (await createUser({ deletedAt: new Date() })).email,
      (await createUser({ password: null })).email,
    ];
    forgetKinds();
    const fastest = kinds.map(() => Number.POSITIVE_INFINITY);
    const ratio = () => Math.max(...fastest) / Math.min(...fastest);
    // A busy machine needs more rounds until each kind has had an undisturbed one; a hash left out shows in every round.
    for (let round = 0; round < 8 || (round < 80 && ratio() >= 2); round++) {
      // In turns, so that whatever else the machine does meets all kinds alike.
      for (const [at, identifier] of kinds.entries()) {
        const started = performance.now();
        await attempt(identifier);
        fastest[at] = Math.min(fastest[at]!, performance.now() - started);
      }
    }
    expect(ratio()).toBeLessThan(2);
  }, 120_000);
});
