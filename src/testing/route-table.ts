import type { RouteFile } from "../../scripts/develop/routes";

type Params = Record<string, string | string[]>;
type Found = Pick<RouteFile, "handlers"> & { params: Params };

/** The route of an address as Next finds it: literal folders go before [one], and that before [...all] and [[...any]]. */
export function findRoute(routes: RouteFile[], path: string): Found {
  for (const { address, handlers } of routes.toSorted(bySpecificity)) {
    const match = patternOf(address).exec(path);
    if (match) return { handlers, params: paramsOf(address, match.slice(1)) };
  }
  return { handlers: {}, params: {} };
}

function bySpecificity(a: RouteFile, b: RouteFile) {
  return rankOf(a.address) < rankOf(b.address) ? -1 : 1;
}

function rankOf(address: string) {
  return address
    .replaceAll("/[[...", "/\uffff\uffff\uffff")
    .replaceAll("/[...", "/\uffff\uffff")
    .replaceAll("/[", "/\uffff");
}

function patternOf(address: string) {
  const pattern = address
    .replaceAll(/\/\[\[\.\.\.\w+\]\]/g, "(?:/(.*))?")
    .replaceAll(/\/\[\.\.\.\w+\]/g, "/(.+)")
    .replaceAll(/\/\[\w+\]/g, "/([^/]+)");
  return new RegExp(`^${pattern}$`);
}

function paramsOf(address: string, values: (string | undefined)[]): Params {
  const names = [...address.matchAll(/\[(?:\[?\.\.\.)?(\w+)\]/g)].map((match) => match[1] ?? "");
  const many = (name: string) => address.includes(`...${name}]`);
  return Object.fromEntries(
    names.map((name, index) => {
      const value = values[index];
      return [name, many(name) ? (value?.split("/").map(decode) ?? []) : decode(value ?? "")];
    }),
  );
}

function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
