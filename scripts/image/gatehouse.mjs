#!/usr/bin/env node

import { stripVTControlCharacters } from "node:util";

// gatehouse [serve | health | <command>]: all that the image does, by one word. Nothing is compiled or installed for it.

const [word = "serve"] = process.argv.splice(2, 1);

if (word === "serve") {
  await start("src/guard/index.mjs");
  console.log = logLine;
  await start("server.js");
} else if (word === "health") {
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/live`).catch(() => null);
  process.exitCode = answer?.ok ? 0 : 1;
} else {
  const { run } = await start("commands/commands.mjs");
  await run(word);
}

/**
 * What Next says before the product has a log: every line of a container is to be JSON.
 *
 * @param {unknown[]} said
 */
function logLine(...said) {
  const msg = stripVTControlCharacters(said.join(" ")).trim();
  const line = { level: "info", time: new Date().toISOString(), source: "console", msg };
  if (msg) process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** @param {string} file of the image */
function start(file) {
  return import(new URL(file, import.meta.url).href);
}
