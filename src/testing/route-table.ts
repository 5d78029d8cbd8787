import type { RoutePlace } from "../../scripts/develop/routes";

type Params = Record<string, string | string[]>;

/** The route of an address as Next finds it: literal folders go before [one], and that before [...all] and [[...any]]. */
export function findRoute<R extends RoutePlace>(
  routes: R[],
  path: string,
): { route: R; params: Params } | null {
  for (const { route, pattern } of inOrder(routes)) {
    const match = pattern.exec(path);
    if (match) return { route, params: paramsOf(route.address, match.slice(1)) };
  }
  return null;
}

type Entry<R> = { route: R; pattern: RegExp };
const tables = new WeakMap<RoutePlace[], Entry<RoutePlace>[]>();

/** Made once for each list of routes: it is asked with every request of every test. */
function inOrder<R extends RoutePlace>(routes: R[]): Entry<R>[] {
  const known = tables.get(routes) as Entry<R>[] | undefined;
  if (known) return known;
  const table = routes.toSorted(bySpecificity).map((route) => ({ route, pattern: patternOf(route.address) }));
  tables.set(routes, table);
  return table;
}

function bySpecificity(a: RoutePlace, b: RoutePlace) {
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
