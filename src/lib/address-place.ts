import { BlockList, isIP } from "node:net";

export type AddressPlace = "thisServer" | "privateNetwork";

const THIS_SERVER = blockListOf(["127.0.0.0/8", "::1/128"]);
// RFC 1918, 3927, 6598, 4193 and 4291.
const PRIVATE_NETWORK = blockListOf([
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "fc00::/7",
  "fe80::/10",
]);

/** Where an address is, as far as it says so itself; nobody is asked about the others. */
export function placeOf(address: string): AddressPlace | null {
  const version = isIP(address);
  if (version === 0) return null;
  const family = version === 4 ? "ipv4" : "ipv6";
  if (THIS_SERVER.check(address, family)) return "thisServer";
  return PRIVATE_NETWORK.check(address, family) ? "privateNetwork" : null;
}

function blockListOf(subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits] = subnet.split("/");
    list.addSubnet(network, Number(bits), network.includes(":") ? "ipv6" : "ipv4");
  }
  return list;
}
