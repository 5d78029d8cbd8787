import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientAddress, clientNetwork, networksAround, normalizeAddress } from "./client-address.mjs";

describe("whose address counts", () => {
  test("is the socket's when no proxy is trusted, whatever the header says", () => {
    expect(clientAddress("198.51.100.7", "203.0.113.9", 0)).toBe("198.51.100.7");
  });

  test.each([
    { hops: 1, header: "203.0.113.9", expected: "203.0.113.9" },
    { hops: 1, header: "6.6.6.6, 203.0.113.9", expected: "203.0.113.9" },
    { hops: 2, header: "6.6.6.6, 203.0.113.9, 10.0.0.2", expected: "203.0.113.9" },
    { hops: 3, header: "203.0.113.9, 10.0.0.3, 10.0.0.2", expected: "203.0.113.9" },
  ])("is the one $hops entries from the right of “$header”", ({ hops, header, expected }) => {
    expect(clientAddress("10.0.0.1", header, hops)).toBe(expected);
  });

  test("is the nearest one known where the header is missing, too short or says unknown", () => {
    expect(clientAddress("10.0.0.1", undefined, 1)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "203.0.113.9", 2)).toBe("203.0.113.9");
    expect(clientAddress("10.0.0.1", "6.6.6.6, unknown", 1)).toBe("10.0.0.1");
    expect(clientAddress("10.0.0.1", "6.6.6.6, unknown, 10.0.0.2", 2)).toBe("10.0.0.2");
    expect(clientAddress("10.0.0.1", "6.6.6.6,", 1)).toBe("10.0.0.1");
  });

  test("can't be chosen by the client: nothing left of the trusted entries changes it", () => {
    fc.assert(
      fc.property(fc.string(), fc.ipV4(), fc.integer({ min: 1, max: 3 }), (forged, client, hops) => {
        const proxies = Array.from({ length: hops - 1 }, (_, index) => `10.0.0.${index + 2}`);
        const header = [forged, client, ...proxies].join(", ");
        expect(clientAddress("10.0.0.1", header, hops)).toBe(client);
      }),
    );
  });

  test("is empty where the socket is gone", () => {
    expect(clientAddress(undefined, undefined, 0)).toBe("");
  });
});

describe("one spelling for one address", () => {
  test.each([
    ["203.0.113.9:4711", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::FFFF:cb00:7109", "203.0.113.9"],
    ["0:0:0:0:0:ffff:203.0.113.9", "203.0.113.9"],
    ["[2001:DB8::1]:443", "2001:db8::1"],
    ["[::1]", "::1"],
    ["fe80::1%eth0", "fe80::1"],
    ["2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"],
  ])("%s is %s", (text, expected) => {
    expect(normalizeAddress(text)).toBe(expected);
  });

  test.each([
    "",
    "unknown",
    "_hidden",
    "1.2.3",
    "010.0.0.1",
    "1.2.3.4.5",
    "300.1.1.1",
    "::g",
    "[::1",
    "localhost",
  ])("“%s” is no address", (text) => {
    expect(normalizeAddress(text)).toBeNull();
  });

  test("is stable for every address there is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        const once = normalizeAddress(address);
        expect(once).not.toBeNull();
        expect(normalizeAddress(/** @type {string} */ (once))).toBe(once);
      }),
    );
  });
});

describe("one client", () => {
  test.each([
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

  test("is another one in the next /64", () => {
    expect(clientNetwork("2001:db8:1:3::1")).not.toBe(clientNetwork("2001:db8:1:2::1"));
  });
});

describe("around one client", () => {
  test.each([
    ["203.0.113.7", ["203.0.113.0/24"]],
    ["::ffff:203.0.113.7", ["203.0.113.0/24"]],
    ["2001:db8:1:2345::6", ["2001:db8:1:2300::/56", "2001:db8:1::/48"]],
    ["2001:db8::1", ["2001:db8:0:0::/56", "2001:db8:0::/48"]],
    ["::1", ["0:0:0:0::/56", "0:0:0::/48"]],
  ])("%s are %j", (address, networks) => expect(networksAround(address)).toEqual(networks));
});
