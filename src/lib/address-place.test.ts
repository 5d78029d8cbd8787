import { expect, it } from "vitest";
import { placeOf } from "./address-place";

it.each(["127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1"])("%s is this server", (address) => {
  expect(placeOf(address)).toBe("thisServer");
});

it.each([
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.20",
  "169.254.7.7",
  "100.64.0.1",
  "fd12:3456::1",
  "fe80::1",
  "::ffff:192.168.1.20",
])("%s is in a private network", (address) => {
  expect(placeOf(address)).toBe("privateNetwork");
});

it.each(["172.32.0.1", "192.169.0.1", "8.8.8.8", "100.128.0.1", "2001:db8::1", "fec0::1", "", "nowhere"])(
  "of %j nothing is claimed",
  (address) => {
    expect(placeOf(address)).toBeNull();
  },
);
