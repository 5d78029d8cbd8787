import { describe, expect, it } from "vitest";
import { addressKey, clientNetwork, identifierKey } from "./keys";

describe("one client", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
    ["2001:db8::192.0.2.1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
  ])("%s is of %s", (address, network) => expect(clientNetwork(address)).toBe(network));

  it("is another one in the next /64", () => {
    expect(clientNetwork("2001:db8:1:3::1")).not.toBe(clientNetwork("2001:db8:1:2::1"));
  });
});

describe("the key of a counter", () => {
  it("tells nothing of the address and of what was typed, and fits its column", async () => {
    const keys = [await addressKey("203.0.113.7"), await identifierKey("ada@example.com".repeat(200))];
    for (const key of keys) {
      expect(key).toMatch(/^(?:address|identifier):[\w-]{43}$/);
      expect(key).not.toMatch(/203|ada/);
    }
  });

  it("is another one for an address than for the same text typed as a name", async () => {
    const [address, name] = [await addressKey("192.0.2.1"), await identifierKey("192.0.2.1")];
    expect(address.split(":")[1]).not.toBe(name.split(":")[1]);
  });

  it("is one for all whose address isn't known", async () => {
    expect(await addressKey(null)).toBe(await addressKey(null));
  });
});
