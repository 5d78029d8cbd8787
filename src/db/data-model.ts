import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableName, is, SQL } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgDialect, type PgTable } from "drizzle-orm/pg-core";
import * as tables from "./tables";

// docs/data-model.md, made of the tables themselves: what stands in their definitions, and the comments above them.

type Config = ReturnType<typeof getTableConfig>;
type Column = Config["columns"][number];
type ForeignKey = {
  columns: string[];
  table: string;

  onDelete: string | undefined;
};

const dialect = new PgDialect();

const INTRODUCTION = `# Data model

Made by \`npm run docs:data-model\` from the tables in \`src/db/tables\`; a test holds it to them. How a table comes to
change: [CONTRIBUTING.md](../CONTRIBUTING.md).

Times are \`timestamptz\`. A state that begins at some moment is that moment (\`revoked_at\`, \`completed_at\`), null before it.
\`updated_at\` is kept by a trigger, and another one refuses every change to \`audit_events\`.`;

export function dataModelPage(): string {
  const configs = Object.values(tables).map((table) => getTableConfig(table as PgTable));
  const sections = configs.sort((a, b) => (a.name < b.name ? -1 : 1)).map(section);
  return `${[INTRODUCTION, diagram(configs), ...sections].join("\n\n")}\n`;
}

function diagram(configs: Config[]): string {
  const relations = configs.flatMap((config) =>
    foreignKeys(config).map(({ table, columns }) => {
      const optional = config.columns.some(({ name, notNull }) => columns.includes(name) && !notNull);
      return `  ${table} ${optional ? "|o" : "||"}--o{ ${config.name} : ${columns.join("_")}`;
    }),
  );
  const entities = configs.map((config) => {
    const lines = config.columns.map((column) => {
      const marks = [isPrimary(config, column) && "PK", foreignKeyOf(config, column) && "FK"].filter(Boolean);
      return `    ${`${entityType(column)} ${column.name} ${marks.join(", ")}`.trim()}`;
    });
    return [`  ${config.name} {`, ...lines, "  }"].join("\n");
  });
  return ["```mermaid", "erDiagram", ...relations, ...entities, "```"].join("\n");
}

/** The diagram's words have no spaces and no commas. */
function entityType(column: Column) {
  return sqlType(column).replaceAll(/\W+/g, "_").replace(/_$/, "");
}

function section(config: Config): string {
  const rows = config.columns.map((column) =>
    [
      `\`${column.name}\``,
      sqlType(column),
      column.notNull ? "" : "yes",
      defaultOf(column),
      keysOf(config, column),
    ].join(" | "),
  );
  return [
    `## ${config.name}`,
    descriptionOf(config.name),
    [
      "| column | type | null | default | |",
      "|---|---|---|---|---|",
      ...rows.map((row) => `| ${row} |`),
    ].join("\n"),
    [...config.indexes.map(indexLine), ...config.checks.map(checkLine)].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function sqlType(column: Column) {
  return column.getSQLType().replace("timestamp with time zone", "timestamptz");
}

function defaultOf(column: Column) {
  if (column.generatedIdentity) return "identity";
  if (column.default === undefined) return "";
  const value = is(column.default, SQL) ? toSql(column.default) : JSON.stringify(column.default);
  return `\`${value.replaceAll('"', "'")}\``;
}

function keysOf(config: Config, column: Column) {
  const key = foreignKeyOf(config, column);
  const deletion = key?.onDelete === "cascade" ? ", goes with it" : "";
  return [
    isPrimary(config, column) && "primary key",
    key && `→ [${key.table}](#${key.table})${deletion}`,
    column.enumValues?.join(" · "),
  ]
    .filter(Boolean)
    .join("; ");
}

function isPrimary({ primaryKeys }: Config, column: Column) {
  return (
    column.primary || primaryKeys.some(({ columns }) => columns.some(({ name }) => name === column.name))
  );
}

function foreignKeys(config: Config): ForeignKey[] {
  return config.foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    return {
      columns: columns.map(({ name }) => name),
      table: getTableName(foreignTable),
      onDelete: key.onDelete,
    };
  });
}

function foreignKeyOf(config: Config, column: Column) {
  return foreignKeys(config).find(({ columns }) => columns.includes(column.name));
}

function indexLine({ config }: Config["indexes"][number]) {
  const parts = config.columns.map((part) => (is(part, SQL) ? toSql(part) : String((part as PgColumn).name)));
  return `- \`${config.name}\`: ${config.unique ? "unique " : ""}(${parts.join(", ")})`;
}

function checkLine({ name, value }: Config["checks"][number]) {
  return `- \`${name}\`: ${toSql(value)}`;
}

function toSql(sql: SQL) {
  return dialect.sqlToQuery(sql).sql.replaceAll(/"\w+"\."(\w+)"/g, "$1");
}

/** The comment above the table's definition. */
function descriptionOf(name: string): string {
  const folder = path.resolve(import.meta.dirname, "tables");
  const pattern = new RegExp(
    `/\\*\\*\\s+(?:\\* )?((?:(?!\\*/).)*?)\\s*\\*/\\nexport const \\w+ = pgTable\\(\\s*"${name}"`,
    "s",
  );
  for (const file of readdirSync(folder)) {
    const [, text] = pattern.exec(readFileSync(path.join(folder, file), "utf8")) ?? [];
    if (text) return text.replaceAll(/\n \* ?/g, "\n").trim();
  }
  throw new Error(`${name} has no comment that says what it is`);
}
