// What holds of the noun, as a test of its own.

/** @typedef {import("./noun.mjs").Noun} Noun */
/** @typedef {import("./noun.mjs").Field} Field */

const SAMPLES = {
  line: ['"Some words"', '"Other words"'],
  text: ['"Two\\nlines"', '"One line"'],
  number: ["7", "8"],
  flag: ["true", "false"],
};

/** @param {Noun} noun */
export function testFile({ many, one, One, fields, title }) {
  const sample = (/** @type {number} */ index) =>
    `{ ${fields.map(({ column, kind }) => `${column}: ${SAMPLES[kind][index]}`).join(", ")} }`;
  const optional = fields.filter((field) => field.optional).map(({ column }) => `${column}: null`);
  const empty = `{ ${[`${title.column}: "Some words"`, ...optional].join(", ")} }`;
  const wrong = fields.flatMap(({ column, kind }) => {
    const values = {
      line: ["7", '" "', '"x".repeat(201)'],
      text: ["7", '"x".repeat(2001)'],
      number: ['"7"', "1.5"],
      flag: ['"yes"'],
    };
    return values[kind].map((value) => `    ["${column}", ${value}],`);
  });
  return `import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { resetSettings } from "@/lib/settings";
import { serveApi } from "@/testing/api-server";
import { type SignedIn, signedIn } from "@/testing/callers";

const api = serveApi();
const PATH = "/api/v1/${many}";
const ${one} = ${sample(0)};
const other = ${sample(1)};
let owner: SignedIn;
let visitor: SignedIn;

afterEach(() => resetSettings());
beforeAll(async () => {
  owner = await signedIn(api);
  visitor = await signedIn(api);
});

async function make(by = owner) {
  const response = await by.fetch(PATH, { json: ${one} });
  expect(response.status).toBe(201);
  return response.json();
}

const patch = (id: number, json: unknown, by = owner) => by.fetch(\`\${PATH}/\${id}\`, { method: "PATCH", json });
const remove = (id: number, by = owner) => by.fetch(\`\${PATH}/\${id}\`, { method: "DELETE" });

describe("a ${one}", () => {
  test("is made, read, changed field by field, and deleted once", async () => {
    const made = await make();
    expect(made).toMatchObject(${one});
    expect(await (await owner.fetch(\`\${PATH}/\${made.id}\`)).json()).toEqual(made);
    for (const [field, value] of Object.entries(other)) {
      const changed = await (await patch(made.id, { [field]: value })).json();
      expect(changed[field]).toEqual(value);
    }
    expect(await (await patch(made.id, {})).json()).toMatchObject(other);
    expect((await remove(made.id)).status).toBe(204);
    await expect(await remove(made.id)).toFailWith("NOT_FOUND");
    await expect(await patch(made.id, other)).toFailWith("NOT_FOUND");
    await expect(await owner.fetch(\`\${PATH}/\${made.id}\`)).toFailWith("NOT_FOUND");
  });

  test("may lack what may be empty", async () => {
    const { id } = await make();
    expect(await (await patch(id, ${empty})).json()).toMatchObject(${empty});
  });

  test.each([
${wrong.join("\n")}
  ])("can't have the %s %j", async (field, value) => {
    const { id } = await make();
    await expect(await patch(id, { [field]: value })).toFailWith("VALIDATION_ERROR", { field });
    const answer = await owner.fetch(PATH, { json: { ...${one}, [field]: value } });
    await expect(answer).toFailWith("VALIDATION_ERROR", { field });
  });

  test("is paid for out of its owner's budget", async () => {
    const { id } = await make();
    resetSettings({ RATE_LIMIT_USER_PER_MINUTE: "1" });
    await expect(await owner.fetch(PATH, { json: ${one} })).toFailWith("RATE_LIMIT_EXCEEDED");
    await expect(await patch(id, other)).toFailWith("RATE_LIMIT_EXCEEDED");
  });

  test("is nobody else's to see, to change or to delete, whatever the door", async () => {
    const made = await make();
    await expect(await visitor.fetch(\`\${PATH}/\${made.id}\`)).toFailWith("NOT_FOUND");
    await expect(await patch(made.id, other, visitor)).toFailWith("NOT_FOUND");
    await expect(await remove(made.id, visitor)).toFailWith("NOT_FOUND");
    expect((await (await visitor.fetch(PATH)).json()).items).toEqual([]);
    const query = "mutation ($id: ID!) { delete${One}(id: $id) }";
    const response = await visitor.fetch("/graphql", { json: { query, variables: { id: made.id } } });
    expect((await response.json()).errors[0].extensions.code).toBe("NOT_FOUND");
    expect(await (await owner.fetch(\`\${PATH}/\${made.id}\`)).json()).toEqual(made);
  });
});

describe("the list", () => {
  test("is the newest first, page by page, each once", async () => {
    const person = await signedIn(api);
    const made: number[] = [];
    for (let n = 0; n < 3; n++) made.unshift((await make(person)).id);
    const listed: number[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await (await person.fetch(\`\${PATH}?limit=2\${cursor && \`&cursor=\${cursor}\`}\`)).json();
      listed.push(...page.items.map(({ id }: { id: number }) => id));
      cursor = page.next_cursor;
    }
    expect(listed).toEqual(made);
  });

  test.each(["limit=0", "cursor=nonsense"])("isn't asked for with %s", async (query) => {
    await expect(await owner.fetch(\`\${PATH}?\${query}\`)).toFailWith("VALIDATION_ERROR");
  });
});

test("GraphQL makes, changes and lists what REST does, for whoever is signed in", async () => {
  const person = await signedIn(api);
  const ask = async (query: string, variables = {}, by = person.fetch) =>
    (await by("/graphql", { json: { query, variables } })).json();
  const fields = "id ${fields.map(({ name }) => name).join(" ")}";
  const input = ${graphqlSample(fields, 0)};
  const { data } = await ask(
    \`mutation ($input: New${One}!) { create${One}(input: $input) { \${fields} } }\`,
    { input },
  );
  const { id } = data.create${One};
  expect(data.create${One}).toEqual({ id, ...input });
  const change = ${graphqlSample(fields, 1)};
  const changed = await ask(
    \`mutation ($id: ID!, $input: ${One}Change!) { update${One}(id: $id, input: $input) { \${fields} } }\`,
    { id, input: change },
  );
  expect(changed.data.update${One}).toEqual({ id, ...change });
  const list = \`{ ${many} { edges { node { \${fields} } } } }\`;
  expect((await ask(list)).data.${many}.edges).toEqual([{ node: { id, ...change } }]);
  expect((await ask("mutation ($id: ID!) { delete${One}(id: $id) }", { id })).data.delete${One}).toBe(id);
  expect((await ask(list)).data.${many}.edges).toEqual([]);
  expect((await ask(list, {}, api.fetch)).errors[0].extensions.code).toBe("MISSING_TOKEN");
});
`;
}

/**
 * @param {Field[]} fields
 * @param {number} index
 */
function graphqlSample(fields, index) {
  return `{ ${fields.map(({ name, kind }) => `${name}: ${SAMPLES[kind][index]}`).join(", ")} }`;
}
