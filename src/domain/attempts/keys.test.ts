import { describe, expect, it } from "vitest";
import { addressKey, guessKey } from "./keys";

describe("the key of a counter", () => {
  it("tells nothing of the address and of what was typed, and fits its column", async () => {
    const keys = [await addressKey("203.0.113.7"), await guessKey("ada@example.com".repeat(200))];
    for (const key of keys) {
      expect(key).toMatch(/^(?:address|identifier):[\w-]{43}$/);
      expect(key).not.toMatch(/203|ada/);
    }
  });

  it("is another one for an address than for the same text typed as a name", async () => {
    const [address, name] = [await addressKey("192.0.2.1"), await guessKey("192.0.2.1")];
    expect(address.split(":")[1]).not.toBe(name.split(":")[1]);
  });

  it("is one for all whose address isn't known", async () => {
    expect(await addressKey(null)).toBe(await addressKey(null));
  });
});
