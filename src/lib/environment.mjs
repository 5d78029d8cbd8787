import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { SETTING_NAMES } from "./setting-names.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @typedef {Record<string, string | undefined>} Environment
 * @typedef {{ given: Environment, place: string }} Layer
 */

export class EnvironmentError extends Error {
  /** @param {string[]} problems one line each, naming the variable and never its value */
  constructor(problems) {
    super(`The settings are not right:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "EnvironmentError";
    this.problems = problems;
  }
}

/**
 * Puts the settings of CONFIG_FILE, of every NAME_FILE and of .env into the environment, because the edge runtime and the
 * programs that are started from here can't read files. What was in the environment stands above the YAML, that above .env;
 * an empty value counts as not given. ENV_FILE names another file than .env, or none when it is set and empty.
 *
 * Safe to call again, also in a child process: what is resolved leaves no name of a file behind.
 *
 * @param {Environment} [env]
 */
export function resolveEnvironment(env = process.env) {
  /** @type {string[]} */
  const problems = [];
  const dotenv = readDotenv(env, problems);
  const yaml = readConfigFile(env.CONFIG_FILE || dotenv.CONFIG_FILE, problems);

  /** @type {Layer[]} */
  const layers = [
    { given: env, place: "the environment" },
    { given: yaml, place: "CONFIG_FILE" },
    { given: dotenv, place: ".env" },
  ];
  /** @type {Environment} */
  const resolved = {};
  for (const name of SETTING_NAMES) {
    for (const layer of layers) {
      const value = valueIn(layer, name, problems);
      if (value === undefined) continue;
      resolved[name] = value;
      break;
    }
  }
  if (problems.length > 0) throw new EnvironmentError(problems);

  for (const [name, value] of Object.entries(dotenv)) {
    if (!env[name] && !isOurs(name)) env[name] = value;
  }
  for (const name of SETTING_NAMES) delete env[`${name}_FILE`];
  delete env.CONFIG_FILE;
  Object.assign(env, resolved);
  // Next would read .env, .env.local and others by rules of its own ($ is expanded there).
  env.__NEXT_PROCESSED_ENV = "true";
}

/** @param {string} name */
function isOurs(name) {
  return name === "CONFIG_FILE" || SETTING_NAMES.includes(name.replace(/_FILE$/, ""));
}

/**
 * @param {Layer} layer
 * @param {string} name
 * @param {string[]} problems
 */
function valueIn({ given, place }, name, problems) {
  const value = given[name] || undefined;
  const file = given[`${name}_FILE`] || undefined;
  if (file === undefined) return value;
  if (value !== undefined) {
    problems.push(`${name}: ${place} has both ${name} and ${name}_FILE; keep one`);
    return value;
  }
  try {
    // One line break at the end belongs to the file, not to the secret.
    const content = readFileSync(path.resolve(ROOT, file), "utf8").replace(/\r?\n$/, "");
    if (content === "") problems.push(`${name}_FILE: the file is empty`);
    return content;
  } catch (error) {
    problems.push(`${name}_FILE: ${reason(error)}`);
  }
}

/**
 * @param {Environment} env
 * @param {string[]} problems
 * @returns {Environment}
 */
function readDotenv(env, problems) {
  const file = path.resolve(ROOT, env.ENV_FILE || ".env");
  if (env.ENV_FILE === "" || (env.ENV_FILE === undefined && !existsSync(file))) return {};
  try {
    return parseEnv(readFileSync(file, "utf8"));
  } catch (error) {
    problems.push(`${env.ENV_FILE ? "ENV_FILE" : ".env"}: ${reason(error)}`);
    return {};
  }
}

/**
 * @param {string | undefined} file
 * @param {string[]} problems
 * @returns {Environment}
 */
function readConfigFile(file, problems) {
  if (!file) return {};
  let text;
  try {
    text = readFileSync(path.resolve(ROOT, file), "utf8");
  } catch (error) {
    problems.push(`CONFIG_FILE: ${reason(error)}`);
    return {};
  }
  /** @type {typeof import("yaml")} */
  const { LineCounter, parseDocument } = createRequire(import.meta.url)("yaml");
  const lineCounter = new LineCounter();
  // Every scalar stays the text it is: a key of 64 digits is not a number, and `no` is not false.
  const document = parseDocument(text, { lineCounter, schema: "failsafe", prettyErrors: false });
  for (const { code, pos } of document.errors) {
    problems.push(`CONFIG_FILE: line ${lineCounter.linePos(pos[0]).line} is not valid YAML (${code})`);
  }
  if (document.errors.length > 0) return {};
  const content = document.toJS() ?? {};
  if (typeof content !== "object" || Array.isArray(content)) {
    problems.push("CONFIG_FILE: must be a list of names and values (PORT: 3000)");
    return {};
  }
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, configValue(name, value, problems)]),
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {string[]} problems
 */
function configValue(name, value, problems) {
  if (name === "CONFIG_FILE" || !isOurs(name))
    problems.push(`${name}: CONFIG_FILE has it, but there is no such setting`);
  if (value === null || value === "null" || value === "~") return undefined;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(",");
  problems.push(`${name}: must be a single value or a list in CONFIG_FILE`);
  return undefined;
}

/** @param {unknown} error */
function reason(error) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "the file can't be read (no permission)";
  if (code === "EISDIR") return "is a folder, not a file";
  return `the file can't be read (${code ?? "unknown reason"})`;
}
