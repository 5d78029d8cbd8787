// Where tasks and their tags are, beyond what is theirs alone. A test runs the script in a copy of the tree, so whoever puts
// them somewhere else is told.

/** Files and folders that go as they are. */
export const THEIRS = [
  "src/app/(signed-in)/tasks",
  "src/app/api/v1/tasks",
  "src/app/api/v1/tags",
  "src/app/(signed-in)/(dashboard)/done-chart.tsx",
  "src/app/(signed-in)/(dashboard)/due-list.tsx",
  "src/app/(signed-in)/(dashboard)/due-panel.tsx",
  "src/app/(signed-in)/(dashboard)/due-row.tsx",
  "src/app/(signed-in)/(dashboard)/task-stats.tsx",
  "src/domain/tasks",
  "src/domain/tags",
  "src/domain/quota.ts",
  "src/graphql/tasks.ts",
  "src/graphql/tags.ts",
  "src/db/tables/tasks.ts",
  "src/db/tables/tags.ts",
  "src/testing/tasks.ts",
  "src/testing/worst-recurrences.ts",
  "e2e/tasks.spec.ts",
  "e2e/dashboard.spec.ts",
  "e2e/palette.heavy.spec.ts",
  "e2e/writing.heavy.spec.ts",
  "e2e/believable-tasks.ts",
  "bench/tasks",
  "scripts/develop/without-tasks",
];

/** Of these lists, the lines that name them. @type {[file: string, line: RegExp][]} */
export const LINES = [
  ["src/db/tables/index.ts", /"\.\/(?:tasks|tags)"/],
  ["src/graphql/schema.ts", /"\.\/(?:tasks|tags)"/],
  ["src/graphql/builder.ts", /builder\.mutationType\(\)/],
  ["src/http/tags.ts", /^ {2}Tasks:/],
  ["src/app/(signed-in)/navigation.tsx", /href: "\/tasks"/],
  [
    "src/app/(signed-in)/(dashboard)/page.tsx",
    /domain\/tasks|done-chart|due-panel|task-stats|getTaskStats\(/,
  ],
  ["src/app/(signed-in)/palette.tsx", /domain\/tasks|tasks\.views/],
  ["src/app/(signed-in)/palette/choices.ts", /name: strings\.tasks/],
  ["src/app/(signed-in)/palette/use-found.ts", /^ {2}tasks: /],
  ["src/lib/errors.ts", /TAG_ALREADY_EXISTS|QUOTA_EXCEEDED|INVALID_RECURRENCE_RULE/],
  ["src/http/openapi/problems.ts", /QUOTA_EXCEEDED|INVALID_RECURRENCE_RULE/],
  ["src/domain/users/conflict.ts", /ix_tags_user_id_name/],
  ["src/client/schema.test.ts", /TAG_ALREADY_EXISTS/],
  ["src/lib/settings-schema.ts", /(?:TASKS|TAGS)_PER_USER/],
  ["src/lib/setting-names.mjs", /(?:TASKS|TAGS)_PER_USER/],
  [".env.example", /(?:TASKS|TAGS)_PER_USER/],
  ["bench/servers/product.ts", /TASKS_PER_USER|tasksPage:|listTasks:/],
  ["bench/servers/server.ts", /tasksPage\?|listTasks\?|createTask\?/],
  ["bench/scenes.ts", /asks\.(?:tasksPage|listTasks|createTask)\)/],
  ["src/http/every-endpoint.test.ts", /^ {2}"\w+ \/api\/v1\/(?:tasks|tags)/],
  ["src/domain/retention/retention.test.ts", /insert into (?:tasks|tags) /],
  ["src/app/graphql/graphql.test.ts", /let visitor: |visitor = /],
  ["src/app/api/v1/budgets.test.ts", /serveApi/],
  ["src/db/app-role.test.ts", /insert into tags|delete from tags/],
  ["src/db/poolers.heavy.test.ts", /"\/api\/v1\/tasks"|task\.status/],
  ["package.json", /"without:tasks"|"bench:tasks"|"rrule-temporal"/],
  ["e2e/screenshots.ts", /believable-tasks|fillTasks\(|^ {2}tasks: /],
];

/** Of lists within a line, their item. @type {[file: string, item: string | RegExp, instead: string][]} */
export const ITEMS = [
  ["src/app/(signed-in)/navigation.tsx", ' | "tasks"', ""],
  ["src/app/(signed-in)/(dashboard)/page.tsx", "[stats, ", "["],
  ["src/app/(signed-in)/(dashboard)/page.tsx", / *<div className="mt-4">\s*<TaskStats[^>]*>\s*<\/div>\n/, ""],
  ["src/app/(signed-in)/(dashboard)/page.tsx", / *\{stats\.hasAny && \([\s\S]*?\n {6}\)\}\n/, ""],
  ["src/app/(signed-in)/palette.tsx", "p, task, locale", "p, locale"],
  ["src/app/(signed-in)/palette.tsx", "TASK_LIMITS.search", "100"],
  ["src/app/(signed-in)/palette.tsx", ', tasks: t("tasks")', ""],
  ["src/app/(signed-in)/palette.tsx", ', done: task("done")', ""],
  ["src/app/(signed-in)/palette/choice.ts", ' | "tasks"', ""],
  ["src/app/(signed-in)/palette/choice.ts", ' | "done"', ""],
  ["src/app/(signed-in)/palette/choices.ts", '"tasks" | "people"', '"people"'],
  ["src/app/(signed-in)/palette/choices.ts", "{ tasks, people }", "{ people }"],
  [
    "src/app/(signed-in)/palette/use-found.ts",
    /const \[own, everybody\] = [\s\S]*?if \(!own\.data \|\| \((.*)\)\) return null;/,
    'const everybody = people ? await client.GET("/api/v1/admin/users", init) : null;\n  if ($1) return null;',
  ],
  ["src/app/(signed-in)/palette/use-found.ts", 'query: "", tasks: [], ', 'query: "", '],
  ["src/app/(signed-in)/palette/use-found.ts", " tasks: own.data.items,", ""],
  ["src/domain/retention/retention.test.ts", ', "tasks", "tags"', ""],
  [
    "src/app/graphql/graphql.test.ts",
    / *expect\(await codeOf\("query \(\$id: ID!\)[\s\S]*?(?=\n {2}\}\);)/,
    "",
  ],
  ["e2e/mail-settings.heavy.spec.ts", /(\/|%2F)tasks/g, "$1settings"],
  ["e2e/preferences.spec.ts", '"/tasks"', '"/settings"'],
  ["e2e/pages.ts", ' "/tasks",', ""],
  ["e2e/gates.spec.ts", ' "/tasks",', ""],
  ["e2e/media.heavy.spec.ts", ' "/tasks",', ""],
  ["e2e/silence.heavy.spec.ts", ' "/tasks",', ""],
  ["src/graphql/limits.ts", " A page of tasks with their tags is five deep and some fifty tokens.", ""],
  [
    "src/domain/retention/purge-accounts.ts",
    "sessions, identities, tasks and tags go",
    "sessions and identities go",
  ],
  ["src/app/graphql/graphql.test.ts", "toBeGreaterThanOrEqual(10)", "toBeGreaterThanOrEqual(1)"],
  // What new:noun writes needs them, and until then nobody does.
  [
    "knip.json",
    '"src/components/ui/*.tsx"',
    '"src/components/ui/*.tsx",\n    "src/graphql/{connection,input}.ts",\n    "src/lib/text-schemas.ts"',
  ],
];

/** Blocks of code by how they begin, to the bracket that ends them: above all tests. @type {[file: string, start: string][]} */
export const BLOCKS = [
  ["src/app/api/v1/budgets.test.ts", '  it("is so many writes a minute'],
  ["src/app/api/v1/budgets.test.ts", '  it("is fewer searches'],
  ["src/app/api/v1/budgets.test.ts", '  it("is by GraphQL what the document asks for'],
  ["src/app/api/v1/budgets.test.ts", 'describe("409 QUOTA_EXCEEDED"'],
  ["src/app/api/v1/budgets.test.ts", "function ask("],
  ["src/app/api/v1/budgets.test.ts", "async function statuses("],
  [
    "src/app/api/v1/budgets.test.ts",
    "/** However slow the machine is, nothing comes back meanwhile. */\nfunction stopTheClock(",
  ],
  ["src/app/graphql/graphql.test.ts", 'describe("tasks and tags"'],
  ["src/app/graphql/graphql.test.ts", "  test(\"has REST's code"],
  ["src/app/graphql/graphql.test.ts", '  test("that nobody foresaw'],
  ["src/app/graphql/graphql.test.ts", '  test("of nesting in the variables'],
  ["src/app/graphql/graphql.test.ts", '  test("GET takes queries'],
  ["src/domain/audit/refused-attempts.test.ts", '  it("is one through GraphQL too'],
  ["src/app/(signed-in)/palette/choices.ts", "  const own = tasks.map("],
  ["src/app/(signed-in)/panel.tsx", "type PanelProps = {"],
  ["src/app/(signed-in)/panel.tsx", "export function Panel("],
  ["src/db/sql.ts", "/** Rows as a JSON array of objects"],
  ["bench/servers/product.ts", "  createTask: "],
  ["e2e/screenshots.ts", '  "tasks-'],
  ["e2e/media.heavy.spec.ts", '  test("a task that is ticked off'],
  ["e2e/media.heavy.spec.ts", '  test("tags that are chosen'],
  ["e2e/keyboard.heavy.spec.ts", '  await test.step("adds a task'],
];

/** What only they load. */
export const PACKAGES = ["rrule-temporal", "temporal-spec"];
