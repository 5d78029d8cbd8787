import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { LOCALES } from "../../../src/lib/locale.mjs";
import { LaunchError } from "../../launch/ground/failure.mjs";
import { ROOT } from "../../launch/ground/paths.mjs";
import { reportError, say } from "../../launch/ground/terminal.mjs";
import { edit, generate, insertBefore, run, write } from "../edits.mjs";
import { graphqlFile, listRoute, rowRoute } from "./api.mjs";
import { answersFile, domainFile, inputsFile, tableFile, triggerOf, wayBack } from "./domain.mjs";
import { readNoun } from "./noun.mjs";
import { formFile, messagesOf, pageFile } from "./page.mjs";
import { testFile } from "./tests.mjs";

// npm run new:noun notes title:line body:text?: writes what docs/add-a-noun.md lists, and generates what is generated.

/** @typedef {import("./noun.mjs").Noun} Noun */

try {
  make(readNoun(process.argv.slice(2)));
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

/** @param {Noun} noun */
function make(noun) {
  const { many, one, Many } = noun;
  const page = `src/app/(signed-in)/${many}`;
  const api = `src/app/api/v1/${many}`;
  const files = {
    [`src/db/tables/${many}.ts`]: tableFile(noun),
    [`src/domain/${many}/inputs.ts`]: inputsFile(noun),
    [`src/domain/${many}/${many}.ts`]: domainFile(noun),
    [`src/domain/${many}/answers.ts`]: answersFile(noun),
    [`${api}/route.ts`]: listRoute(noun),
    [`${api}/[id]/route.ts`]: rowRoute(noun),
    [`${api}/${many}.test.ts`]: testFile(noun),
    [`src/graphql/${many}.ts`]: graphqlFile(noun),
    [`${page}/page.tsx`]: pageFile(noun),
    [`${page}/${one}-form.tsx`]: formFile(noun),
  };
  const known = Object.keys(files).filter((file) => existsSync(path.join(ROOT, file)));
  if (known.length > 0) throw new LaunchError(`There is already ${known.join(", ")}.`);
  for (const [file, text] of Object.entries(files)) write(file, text);
  addToLists(noun);
  run("node_modules/drizzle-kit/bin.cjs", "generate", "--name", many);
  finishMigration(noun);
  const touched = ["src/db/tables", "src/domain", "src/app", "src/graphql", "src/http/tags.ts", "messages"];
  run("node_modules/@biomejs/biome/bin/biome", "check", "--write", ...touched);
  for (const script of ["openapi", "graphql-schema", "data-model"]) generate(script);
  say(
    "",
    `Written. Next: npm run db:migrate, then npm test. Words to look at: "${many}" in messages/*.json,`,
    `the chapter "${Many}" in src/http/tags.ts, the icon in src/app/(signed-in)/navigation.tsx.`,
  );
}

/** @param {Noun} noun */
function addToLists(noun) {
  const { many, Many } = noun;
  edit("src/db/tables/index.ts", (text) => sortLines(`${text}export { ${many} } from "./${many}";\n`));
  edit("src/graphql/schema.ts", (text) =>
    insertBefore(text, "\nexport const schema", `import "./${many}";\n`),
  );
  edit("src/http/tags.ts", (text) =>
    insertBefore(text, "  Administration:", `  ${Many}: "One's own ${many}.",\n`),
  );
  edit("src/app/(signed-in)/navigation.tsx", (text) => {
    const linked = insertBefore(
      text,
      '      { href: "/settings"',
      `      { href: "/${many}", icon: Folder, label: "${many}" },\n`,
    );
    const named = linked.replace('"dashboard" |', `"dashboard" | "${many}" |`);
    return /[{ ]Folder[, ]/.test(named.split("from")[0] ?? "")
      ? named
      : named.replace("import { ", "import { Folder, ");
  });
  const words = messagesOf(noun);
  for (const locale of LOCALES) {
    const own = words[locale] ?? words.en;
    edit(`messages/${locale}.json`, (text) => {
      const messages = JSON.parse(text);
      messages.shell[many] = own.title;
      messages[many] = own;
      return `${JSON.stringify(messages, null, 2)}\n`;
    });
  }
}

/** @param {Noun} noun */
function finishMigration(noun) {
  const file = readdirSync(path.join(ROOT, "drizzle")).find((name) => name.endsWith(`_${noun.many}.sql`));
  if (file === undefined) throw new LaunchError("drizzle-kit has written no migration.");
  edit(`drizzle/${file}`, (text) => text.trimEnd() + triggerOf(noun));
  write(`drizzle/down/${file}`, wayBack(noun));
}

/** @param {string} text */
function sortLines(text) {
  return `${text.trim().split("\n").sort().join("\n")}\n`;
}
