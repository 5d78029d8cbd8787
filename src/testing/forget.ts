import { vi } from "vitest";

// One process runs one test file after another: to start a process for each took longer than most of their tests. A file begins
// as the first one did all the same: with modules that nobody has used yet, and without what others left on the process.

const KEY = Symbol.for("gatehouse-tests.environment");
const shared = globalThis as { [KEY]?: NodeJS.ProcessEnv };
shared[KEY] ??= { ...process.env };
const atFirst = shared[KEY];

vi.resetModules();
vi.useRealTimers();
vi.unstubAllGlobals();
for (const name of Object.keys(process.env)) if (!isVitests(name)) delete process.env[name];
for (const [name, value] of Object.entries(atFirst)) if (!isVitests(name)) process.env[name] = value;
for (const key of Object.getOwnPropertySymbols(globalThis)) {
  if (!key.description?.startsWith("gatehouse.")) continue;
  // Threads and processes that wait for work.
  const left = Reflect.get(globalThis, key);
  if (typeof left?.close === "function") await left.close();
  Reflect.deleteProperty(globalThis, key);
}

function isVitests(name: string) {
  return name.startsWith("VITEST");
}
