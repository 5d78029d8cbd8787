import { readFileSync, writeFileSync } from "node:fs";
import { settingsTable } from "../../src/lib/settings-table";

// npm run docs:settings: writes the table of settings into the README, between its two marks.

const START = "<!-- settings -->";
const END = "<!-- /settings -->";

const readme = readFileSync("README.md", "utf8");
const [before] = readme.split(START);
const [, after] = readme.split(END);
writeFileSync("README.md", `${before}${START}\n${settingsTable()}\n${END}${after}`);
