// Both transports over the domain.

/** @typedef {import("./noun.mjs").Noun} Noun */
/** @typedef {import("./noun.mjs").Field} Field */

/** @param {Noun} noun */
export function listRoute({ many, one, One, Many }) {
  return `import { ${one}Answer } from "@/domain/${many}/answers";
import { new${One}Schema } from "@/domain/${many}/inputs";
import { create${One}, list${Many} } from "@/domain/${many}/${many}";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/${many}", {
  GET: endpoint({
    summary: "My ${many}, the newest first",
    tag: "${Many}",
    query: pageQuery,
    status: 200,
    answer: pageAnswer(${one}Answer),
    handle: ({ caller, query }) => list${Many}({ userId: caller.user.id, ...query }),
  }),
  POST: endpoint({
    summary: "Make a ${one}",
    tag: "${Many}",
    body: new${One}Schema,
    status: 201,
    answer: ${one}Answer,
    handle: ({ caller, body }) => create${One}({ userId: caller.user.id, ${one}: body }),
  }),
});
`;
}

/** @param {Noun} noun */
export function rowRoute({ many, one, One, Many }) {
  const which = `{ userId: caller.user.id, ${one}Id: id`;
  return `import { z } from "zod";
import { ${one}Answer } from "@/domain/${many}/answers";
import { ${one}ChangeSchema } from "@/domain/${many}/inputs";
import { change${One}, delete${One}, get${One} } from "@/domain/${many}/${many}";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { idSchema } from "@/lib/query";

const params = z.object({ id: idSchema });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/${many}/{id}", {
  GET: endpoint({
    summary: "One of my ${many}",
    tag: "${Many}",
    params,
    status: 200,
    answer: ${one}Answer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id } }) => get${One}(${which} }),
  }),
  PATCH: endpoint({
    summary: "Change a ${one}",
    tag: "${Many}",
    params,
    body: ${one}ChangeSchema,
    status: 200,
    answer: ${one}Answer,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id }, body }) => change${One}(${which}, change: body }),
  }),
  DELETE: endpoint({
    summary: "Delete a ${one}",
    tag: "${Many}",
    params,
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id } }) => delete${One}(${which} }),
  }),
});
`;
}

/** @param {Noun} noun */
export function graphqlFile({ many, one, One, Many, fields }) {
  const inputs = (/** @type {boolean} */ isNew) =>
    fields.map((field) => `    ${inputOf(field, isNew)},`).join("\n");
  return `import { ${one}Answer } from "@/domain/${many}/answers";
import { ${one}ChangeSchema, new${One}Schema } from "@/domain/${many}/inputs";
import { change${One}, create${One}, delete${One}, list${Many} } from "@/domain/${many}/${many}";
import { validate } from "@/http/validate";
import { builder } from "./builder";
import { readPlace, toConnection } from "./connection";
import { readId, toSnakeCase, withoutNulls } from "./input";
import { objectOf } from "./object";

const ${One}Type = objectOf(${one}Answer);

const ${One}Connection = builder.connectionObject({
  type: ${One}Type,
  name: "${One}Connection",
  edgesNullable: false,
});

const New${One}Input = builder.inputType("New${One}", {
  fields: (t) => ({
${inputs(true)}
  }),
});

const ${One}ChangeInput = builder.inputType("${One}Change", {
  description: "What isn't named stays; null takes away.",
  fields: (t) => ({
${inputs(false)}
  }),
});

builder.queryField("${many}", (t) =>
  t.field({
    type: ${One}Connection,
    description: "My ${many}, the newest first",
    args: { first: t.arg.int({ defaultValue: 20, required: true }), after: t.arg.string() },
    async resolve(_root, args, context) {
      const { user } = await context.requireCaller();
      const place = await readPlace(args);
      return toConnection(await list${Many}({ userId: user.id, ...place }), place);
    },
  }),
);

builder.mutationFields((t) => ({
  create${One}: t.field({
    type: ${One}Type,
    args: { input: t.arg({ type: New${One}Input, required: true }) },
    async resolve(_root, { input }, context) {
      const { user } = await context.requireCaller();
      const ${one} = await validate(new${One}Schema, toSnakeCase(withoutNulls(input)));
      return create${One}({ userId: user.id, ${one} });
    },
  }),
  update${One}: t.field({
    type: ${One}Type,
    args: { id: t.arg.id({ required: true }), input: t.arg({ type: ${One}ChangeInput, required: true }) },
    async resolve(_root, { id, input }, context) {
      const { user } = await context.requireCaller();
      const change = await validate(${one}ChangeSchema, toSnakeCase(input));
      return change${One}({ userId: user.id, ${one}Id: readId(id), change });
    },
  }),
  delete${One}: t.id({
    description: "Answers the id",
    args: { id: t.arg.id({ required: true }) },
    async resolve(_root, { id }, context) {
      const { user } = await context.requireCaller();
      await delete${One}({ userId: user.id, ${one}Id: readId(id) });
      return id;
    },
  }),
}));
`;
}

const GRAPHQL_TYPES = { line: "string", text: "string", number: "int", flag: "boolean" };

/**
 * @param {Field} field
 * @param {boolean} isNew
 */
function inputOf({ name, kind, optional }, isNew) {
  const required = isNew && !optional && kind !== "flag";
  return `${name}: t.${GRAPHQL_TYPES[kind]}(${required ? "{ required: true }" : ""})`;
}
