import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { RouteDefinition } from "@/http/route";

const APP = path.resolve(import.meta.dirname, "../../src/app");

export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

export type RoutePlace = {
  file: string;
  /** As Next reads the folders: /api/v1/auth/sessions/[id] */
  address: string;
};

/** One route.ts: where it stands, what it exports, and what it is made of where src/http made it. */
export type RouteFile = RoutePlace & {
  handlers: Record<string, RouteHandler>;
  definition?: RouteDefinition;
};

/** Every route.ts of the app, in the order of their addresses. */
export async function loadRoutes(): Promise<RouteFile[]> {
  return Promise.all(listRoutes().map(loadRoute));
}

/** Where they stand, none of them loaded yet. */
export function listRoutes(): RoutePlace[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => path.posix.basename(file) === "route.ts")
    .map((file) => ({ file: `src/app/${file}`, address: addressOf(file) }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function addressOf(file: string) {
  const segments = path.posix.dirname(file).split("/");
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`;
}

export async function loadRoute({ file, address }: RoutePlace): Promise<RouteFile> {
  const handlers = { ...(await import(pathToFileURL(path.resolve(APP, "../..", file)).href)) };
  return {
    file,
    address,
    handlers,
    definition: (handlers.GET as { route?: RouteDefinition } | undefined)?.route,
  };
}

/** Those of them that the API's document tells of. */
export function definitionsOf(routes: RouteFile[]): RouteDefinition[] {
  return routes.map(({ definition }) => definition).filter((definition) => definition !== undefined);
}
