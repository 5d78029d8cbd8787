import { z } from "zod";
import { settingsSchema } from "./settings-schema";

/** The settings as a table in Markdown, out of the schema that reads them. */
export function settingsTable(): string {
  const document = z.toJSONSchema(settingsSchema, { io: "input", unrepresentable: "any" });
  const rows = Object.entries(settingsSchema.shape).map(([name, field]) => {
    const property = document.properties?.[name];
    const value = typeof property === "object" ? property.default : undefined;
    const shown = value === undefined || (Array.isArray(value) && value.length === 0) ? "–" : `\`${value}\``;
    return `| \`${name}\` | ${shown} | ${field.description} |`;
  });
  return ["| Setting | Default | What it is for |", "|---|---|---|", ...rows].join("\n");
}
