import path from "node:path";
import type { CompiledRoute, Handler } from "@/lib/application.mjs";
import { processWide } from "@/lib/process-wide.mjs";

// Where Next's build puts what it made, and how it names it: the one place that relies on that, held by a test.

type Entry = { routeModule: { ensureUserland: () => Promise<void>; userland: Record<string, Handler> } };

/** The handlers of the build that this process serves, in Next's own copies, and the addresses of its pages. */
export function compiledRoutes(): { routes: CompiledRoute[]; pages: string[] } {
  // Neither is for the bundler to follow: what they lead to is there only when it is done.
  const { createRequire } = process.getBuiltinModule("node:module");
  const server = path.join(/* turbopackIgnore: true */ process.cwd(), ".next", "server");
  const requireBuilt = createRequire(path.join(server, "app-paths-manifest.json"));
  const files: Record<string, string> = requireBuilt("./app-paths-manifest.json");

  const routes: CompiledRoute[] = [];
  const pages: string[] = [];
  for (const [name, file] of Object.entries(files)) {
    const address = addressOf(name);
    if (name.endsWith("/page")) pages.push(address);
    if (name.endsWith("/route")) routes.push({ address, load: () => load(requireBuilt(`./${file}`)) });
  }
  return { routes, pages };
}

type Boot = () => Promise<void>;

// In the build every module is there twice, for instrumentation and for the routes. Both would be loaded, and only one serve.
const inRoutes = processWide<{ boot?: Boot }>("boot", () => ({}));

/** The route of src/app/live has boot.ts with it, which calls this. */
export function provideBoot(boot: Boot) {
  inRoutes.boot = boot;
}

export async function bootInRoutes() {
  await compiledRoutes()
    .routes.find(({ address }) => address === "/live")
    ?.load();
  if (!inRoutes.boot) throw new Error("The build's routes bring no boot().");
  await inRoutes.boot();
}

async function load({ routeModule }: Entry) {
  await routeModule.ensureUserland();
  return routeModule.userland;
}

/** "/(signed-in)/tasks/page" → "/tasks" */
function addressOf(name: string): string {
  const segments = name.split("/").slice(1, -1);
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`;
}
