import { writeFileSync } from "node:fs";
import path from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "@/graphql/schema";

// npm run graphql: writes docs/schema.graphql from the schema that answers.

const file = path.resolve(import.meta.dirname, "../../docs/schema.graphql");
writeFileSync(file, `${printSchema(lexicographicSortSchema(schema))}\n`);
