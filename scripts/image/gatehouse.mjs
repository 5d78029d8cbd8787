#!/usr/bin/env node

// gatehouse [serve | health | <command>]: all that the image does, by one word. Nothing is compiled or installed for it.

const [word = "serve"] = process.argv.splice(2, 1);

if (word === "serve") {
  await start("src/guard/index.mjs");
  await start("server.js");
} else if (word === "health") {
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/live`).catch(() => null);
  process.exitCode = answer?.ok ? 0 : 1;
} else {
  const { run } = await start("commands/commands.mjs");
  await run(word);
}

/** @param {string} file of the image */
function start(file) {
  return import(new URL(file, import.meta.url).href);
}
