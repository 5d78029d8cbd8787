import type { TypeParam } from "@pothos/core";
import { z } from "zod";
import { builder } from "./builder";
import { toCamelCase } from "./input";

type Type = TypeParam<typeof builder.$inferSchemaTypes>;

/**
 * The type of a noun, made of its answer: the same fields, as GraphQL spells them. What a schema doesn't tell, a list of
 * another noun or an enum, is given.
 */
export function objectOf<Answer extends z.ZodObject>(
  answer: Answer,
  given: { [K in keyof z.output<Answer>]?: Type } = {},
) {
  const types = given as Record<string, Type | undefined>;
  return builder.objectRef<z.output<Answer>>(String(answer.meta()?.id)).implement({
    fields: (t) =>
      Object.fromEntries(
        Object.entries<z.ZodType>(answer.shape).map(([key, schema]) => [
          toCamelCase(key),
          t.field({
            type: types[key] ?? typeOf(key, schema),
            nullable: schema.safeParse(null).success,
            resolve: (row) => (row as Record<string, never>)[key],
          }),
        ]),
      ),
  });
}

function typeOf(key: string, schema: z.ZodType): Type {
  if (schema instanceof z.ZodNullable) return typeOf(key, schema.unwrap() as z.ZodType);
  if (/(?:^|_)id$/.test(key)) return "ID";
  if (schema instanceof z.ZodDate) return "DateTime";
  if (schema instanceof z.ZodBoolean) return "Boolean";
  return schema instanceof z.ZodNumber ? "Int" : "String";
}
