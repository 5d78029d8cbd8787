import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { RouteDefinition } from "@/http/route";

const APP = path.resolve(import.meta.dirname, "../../src/app");

export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

/** One route.ts: where it stands, what it exports, and what it is made of where src/http made it. */
export type RouteFile = {
  file: string;
  /** As Next reads the folders: /api/v1/auth/sessions/[id] */
  address: string;
  handlers: Record<string, RouteHandler>;
  definition?: RouteDefinition;
};

/** Every route.ts of the app, in the order of their addresses. */
export async function loadRoutes(): Promise<RouteFile[]> {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => path.posix.basename(file) === "route.ts");
  const routes = await Promise.all(files.map(loadRoute));
  return routes.sort((a, b) => (a.address < b.address ? -1 : 1));
}

async function loadRoute(file: string): Promise<RouteFile> {
  const handlers = { ...(await import(pathToFileURL(path.join(APP, file)).href)) };
  const segments = path.posix.dirname(file).split("/");
  return {
    file: `src/app/${file}`,
    address: `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`,
    handlers,
    definition: (handlers.GET as { route?: RouteDefinition } | undefined)?.route,
  };
}

/** Those of them that the API's document tells of. */
export function definitionsOf(routes: RouteFile[]): RouteDefinition[] {
  return routes.map(({ definition }) => definition).filter((definition) => definition !== undefined);
}
