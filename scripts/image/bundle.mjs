import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { ROOT } from "../launch/ground/paths.mjs";

// Left out of the bundle, and found in the image's node_modules: what has parts of its own beside its code.
const PACKAGES = ["@aws-sdk/*", "@node-rs/argon2", "flydrive", "pino", "pino-pretty", "postgres", "sharp"];

/**
 * One program of plain JavaScript and its chunks. Where the source asks for its own place, in order to find files beside it, it is
 * told the one that it has in the clone: the image keeps those files there.
 *
 * @param {{ entries: Record<string, string>, outdir: string, place: string, external?: string[] }} options
 *   `entries` by name; `place`: where in the image the outdir will be
 */
export async function bundle({ entries, outdir, place, external = [] }) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    conditions: ["react-server"],
    external: [...PACKAGES, ...external],
    logLevel: "error",
    // Packages of the older kind call it for Node's own modules.
    banner: {
      js: 'import { createRequire as requireHere } from "node:module"; const require = requireHere(import.meta.url);',
    },
    plugins: [{ name: "places", setup: (to) => keepPlaces(to, place) }],
  });
}

/**
 * @param {import("esbuild").PluginBuild} to
 * @param {string} place
 */
function keepPlaces(to, place) {
  to.onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path: file }) => {
    if (file.includes("node_modules")) return undefined;
    const text = readFileSync(file, "utf8");
    if (!/import\.meta\.(?:url|dirname)/.test(text)) return undefined;
    const relative = path.relative(place, path.relative(ROOT, file)).split(path.sep).join("/");
    const contents = [
      `const hereInTheClone = new URL(${JSON.stringify(relative)}, import.meta.url).href;`,
      text
        .replaceAll("import.meta.url", "hereInTheClone")
        .replaceAll("import.meta.dirname", 'new URL(".", hereInTheClone).pathname'),
    ].join("\n");
    return { contents, loader: file.endsWith(".ts") ? "ts" : "js" };
  });
}
