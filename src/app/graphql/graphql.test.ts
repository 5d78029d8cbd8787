import { readFileSync } from "node:fs";
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { BRAND } from "@/brand";
import { database } from "@/db/pool";
import { schema } from "@/graphql/schema";
import { createGraphqlServer } from "@/graphql/server";
import { VERSION } from "@/lib/version";
import { serveApi } from "@/testing/api-server";
import { type Fetch, inBrowser, type SignedIn, signedIn } from "@/testing/callers";
import { listTasks, makeTag, makeTask } from "@/testing/tasks";

const api = serveApi();
let person: SignedIn;
let visitor: SignedIn;

beforeAll(async () => {
  person = await signedIn(api, { user: { timeZone: "Europe/Berlin" } });
  visitor = await signedIn(api);
});

type GraphqlProblem = { message: string; path?: string[]; extensions: Record<string, unknown> };
// biome-ignore lint/suspicious/noExplicitAny: whatever was asked for
type Told = { data?: any; errors?: GraphqlProblem[] };

async function ask(query: string, variables = {}, fetch: Fetch = person.fetch): Promise<Told> {
  const response = await fetch("/graphql", { json: { query, variables } });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.json();
}

/** The least that the schema takes there. */
function leastOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return leastOf(type.ofType);
  if (isListType(type)) return "[]";
  if (isEnumType(type)) return String(type.getValues()[0]?.name);
  if (!isInputObjectType(type))
    return { Boolean: "true", Int: "1", Float: "1", DateTime: '"2026-01-01T00:00:00Z"' }[type.name] ?? '"1"';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${required.map((field) => `${field.name}: ${leastOf(field.type)}`).join(", ")} }`;
}

async function codeOf(query: string, variables = {}, fetch: Fetch = person.fetch) {
  return (await ask(query, variables, fetch)).errors?.[0]?.extensions.code;
}

test("docs/schema.graphql is the schema that answers (npm run graphql)", () => {
  expect(readFileSync("docs/schema.graphql", "utf8")).toBe(
    `${printSchema(lexicographicSortSchema(schema))}\n`,
  );
});

describe("who is asking", () => {
  test("is nobody's business for health and version", async () => {
    expect(await ask("{ health version }", {}, api.fetch)).toEqual({
      data: { health: "ok", version: VERSION },
    });
  });

  test("is asked by every other field, be it a query or a mutation", async () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    const mutation = schema.getMutationType()?.getFields() ?? {};
    const fields = [...Object.entries(query), ...Object.entries(mutation)].map(([name, field]) => {
      const required = field.args.filter(
        ({ type, defaultValue }) => `${type}`.endsWith("!") && defaultValue === undefined,
      );
      const args = required.map(({ name, type }) => `${name}: ${leastOf(type)}`).join(", ");
      const plain = /^(?:String|ID)/.test(`${field.type}`);
      return {
        name,
        text: `${name in mutation ? "mutation" : "query"} { ${name}${args && `(${args})`}${plain ? "" : " { __typename }"} }`,
      };
    });
    const guarded = fields.filter(({ name }) => name !== "health" && name !== "version");
    expect(guarded.length).toBeGreaterThanOrEqual(10);
    for (const { text } of guarded)
      expect([text, await codeOf(text, {}, api.fetch)]).toEqual([text, "MISSING_TOKEN"]);
  });

  test("is found out by the same gate as for REST", async () => {
    const withToken =
      (token: string): Fetch =>
      (path, init) =>
        api.fetch(path, { ...init, headers: { authorization: `Bearer ${token}` } });
    expect(await codeOf("{ me { id } }", {}, withToken("x.y.z"))).toBe("INVALID_TOKEN");
    const ended = await signedIn(api);
    await database()`update sessions set revoked_at = now() where id = ${ended.session.id}`;
    expect(await codeOf("{ me { id } }", {}, ended.fetch)).toBe("SESSION_REVOKED");
    const byCookie = await ask("{ me { username } }", {}, inBrowser(api, person.session));
    expect(byCookie).toEqual({ data: { me: { username: person.user.username } } });
  });
});

describe("a query in the address", () => {
  test("is answered, to HEAD without a body", async () => {
    const asked = await api.fetch("/graphql?query={health}&variables={}");
    expect([asked.status, await asked.json()]).toEqual([200, { data: { health: "ok" } }]);
    const head = await api.fetch("/graphql?query={health}", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test.each(["variables=x", "extensions={", "variables=%00"])("with %s is malformed", async (query) => {
    await expect(await api.fetch(`/graphql?query={health}&${query}`)).toFailWith("MALFORMED_REQUEST");
  });
});

describe("tasks and tags", () => {
  const TASK = "id title description completed priority dueDate recurrenceRule tags { id name color }";

  test("are made, changed and deleted as by REST", async () => {
    const tag = (
      await ask('mutation { createTag(input: { name: "garden", color: null }) { id name color } }')
    ).data.createTag;
    expect(tag).toEqual({ id: expect.stringMatching(/^\d+$/), name: "garden", color: "#64748b" });
    const renamed = await ask(
      'mutation ($id: ID!) { updateTag(id: $id, input: { name: "Garden" }) { name } }',
      { id: tag.id },
    );
    expect(renamed.data.updateTag).toEqual({ name: "Garden" });

    const input = {
      title: "Полить",
      priority: "HIGH",
      dueDate: "2026-01-31T09:00:00+01:00",
      recurrenceRule: "FREQ=MONTHLY",
      tagIds: [tag.id],
      description: null,
    };
    const made = (
      await ask(`mutation ($input: NewTask!) { createTask(input: $input) { ${TASK} } }`, { input })
    ).data.createTask;
    expect(made).toEqual({
      id: expect.stringMatching(/^\d+$/),
      title: "Полить",
      description: null,
      completed: false,
      priority: "HIGH",
      dueDate: "2026-01-31T08:00:00.000Z",
      recurrenceRule: "FREQ=MONTHLY",
      tags: [{ ...tag, name: "Garden" }],
    });
    expect((await ask(`query ($id: ID!) { task(id: $id) { ${TASK} } }`, { id: made.id })).data.task).toEqual(
      made,
    );

    const change = { completed: true, description: "done" };
    const changed = await ask(
      `mutation ($id: ID!, $input: TaskChange!) { updateTask(id: $id, input: $input) { ${TASK} } }`,
      { id: made.id, input: change },
    );
    expect(changed.data.updateTask).toEqual({ ...made, ...change });
    const [next] = (await listTasks(person.fetch, "completed=false&q=Полить")).items;
    expect(next).toMatchObject({ due_date: "2026-03-31T07:00:00.000Z" });

    expect((await ask(`mutation { deleteTask(id: "${made.id}") deleteTag(id: "${tag.id}") }`)).data).toEqual({
      deleteTask: made.id,
      deleteTag: tag.id,
    });
    expect(await codeOf(`{ task(id: "${made.id}") { id } }`)).toBe("NOT_FOUND");
  });

  test("take ids in one spelling only", async () => {
    const { id } = await makeTag(person.fetch, "spelled");
    for (const spelled of [`0x${id.toString(16)}`, ` ${id}`, `${id}.0`, `${id}e0`, `0${id}`, `+${id}`, ""])
      expect([
        spelled,
        await codeOf("mutation ($input: NewTask!) { createTask(input: $input) { id } }", {
          input: { title: "x", tagIds: [spelled] },
        }),
      ]).toEqual([spelled, "VALIDATION_ERROR"]);
  });

  test("come in pages by cursor, each edge with its own", async () => {
    const { fetch } = await signedIn(api);
    for (let made = 0; made < 7; made++)
      await makeTask(fetch, { title: `Task ${made}`, priority: made % 2 ? "low" : "high" });
    const query = `query ($after: String, $first: Int! = 3) {
      tasks(first: $first, after: $after, sort: CREATED_AT, filter: { completed: false, q: "task" }) {
        edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const titles: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Told = await ask(query, { after }, fetch);
      const { edges, pageInfo } = page.data.tasks;
      titles.push(...edges.map(({ node }: { node: { title: string } }) => node.title));
      expect(pageInfo).toMatchObject({
        startCursor: edges[0].cursor,
        endCursor: edges.at(-1).cursor,
        hasPreviousPage: after !== null,
      });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(titles).toEqual([0, 1, 2, 3, 4, 5, 6].map((number) => `Task ${number}`));
    const first = (await ask(query, { first: 7 }, fetch)).data.tasks.edges;
    const behind = (await ask(query, { first: 7, after: first[4].cursor }, fetch)).data.tasks;
    expect(behind.edges).toEqual(first.slice(5));
    expect(
      (await ask("{ tasks(filter: { priority: LOW, tagId: null }) { edges { node { id } } } }", {}, fetch))
        .data.tasks.edges,
    ).toHaveLength(3);
  });

  test("of somebody else are not there", async () => {
    const task = await makeTask(person.fetch);
    const tag = await makeTag(person.fetch, "not yours");
    const tries = [
      `{ task(id: "${task.id}") { id } }`,
      `mutation { updateTask(id: "${task.id}", input: { title: "stolen" }) { id } }`,
      `mutation { deleteTask(id: "${task.id}") }`,
      `mutation { updateTag(id: "${tag.id}", input: { name: "stolen" }) { id } }`,
      `mutation { deleteTag(id: "${tag.id}") }`,
      '{ task(id: "x") { id } }',
      "{ task(id: 99999999999) { id } }",
    ];
    for (const text of tries) expect(await codeOf(text, {}, visitor.fetch)).toBe("NOT_FOUND");
    const { tasks, tags } = (
      await ask("{ tasks { edges { node { id } } } tags { edges { node { id } } } }", {}, visitor.fetch)
    ).data;
    expect([tasks.edges, tags.edges]).toEqual([[], []]);
  });

  test("cost two statements, who is asking included, however many there are", async () => {
    const { fetch } = await signedIn(api);
    const tags = [await makeTag(fetch, "one"), await makeTag(fetch, "two")];
    for (let made = 0; made < 12; made++) await makeTask(fetch, { tag_ids: tags.map(({ id }) => id) });
    const sql = database();
    const statements: string[] = [];
    sql.options.debug = (_connection, statement) => statements.push(statement);
    const told = await ask(
      "{ me { id } tasks(first: 100) { edges { node { id tags { name } } } } }",
      {},
      fetch,
    );
    sql.options.debug = false;
    expect(told.data.tasks.edges).toHaveLength(12);
    expect(statements.filter((statement) => !/last_used_at = now/.test(statement))).toHaveLength(2);
  });
});

describe("an error", () => {
  test("has REST's code, the field, and the trace id that stands in the log", async () => {
    const response = await person.fetch("/graphql", {
      json: {
        query: 'mutation { createTask(input: { title: " ", recurrenceRule: "x", dueDate: "x" }) { id } }',
      },
      headers: { "accept-language": "ru" },
    });
    const { errors, data } = (await response.json()) as Told;
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ["createTask"],
      message: expect.stringMatching(/[а-я]/),
      extensions: {
        code: "VALIDATION_ERROR",
        field: "title",
        trace_id: response.headers.get("x-trace-id"),
        errors: [
          { field: "title", code: "VALIDATION_ERROR" },
          { field: "dueDate", code: "VALIDATION_ERROR" },
          { field: "recurrenceRule", code: "INVALID_RECURRENCE_RULE" },
        ],
      },
    });
    await makeTag(person.fetch, "taken");
    expect(await codeOf('mutation { createTag(input: { name: "TAKEN" }) { id } }')).toBe(
      "TAG_ALREADY_EXISTS",
    );
    expect(await codeOf("{ tasks(first: 101) { edges { cursor } } }")).toBe("VALIDATION_ERROR");
    expect(await codeOf('{ tasks(after: "x") { edges { cursor } } }')).toBe("VALIDATION_ERROR");
  });

  test("that nobody foresaw says nothing of itself", async () => {
    const sql = database();
    await sql`alter table tasks rename column description to hidden`;
    const outage = await ask("{ tasks { edges { cursor } } }");
    await sql`alter table tasks rename column hidden to description`;
    expect(outage.errors?.[0]?.extensions).toMatchObject({ code: "SERVICE_UNAVAILABLE", retry_after: 5 });
    expect(JSON.stringify(outage)).not.toMatch(/description|column|select/);

    await sql`alter table tasks add constraint unforeseen check (title <> 'unforeseen')`;
    const masked = await ask('mutation { createTask(input: { title: "unforeseen" }) { id } }');
    await sql`alter table tasks drop constraint unforeseen`;
    expect(masked.errors?.[0]?.extensions.code).toBe("INTERNAL_ERROR");
    expect(JSON.stringify(masked)).not.toMatch(/constraint|insert|stack/);
  });

  test("of the document is told with a code", async () => {
    expect(await codeOf("{ me { id }")).toBe("MALFORMED_REQUEST");
    expect(await codeOf("{ me { password } }")).toBe("VALIDATION_ERROR");
    expect(await codeOf("query ($id: ID!) { task(id: $id) { id } }", { id: {} })).toBe("VALIDATION_ERROR");
    expect(
      await codeOf("query ($at: DateTime) { tasks(filter: { dueBefore: $at }) { edges { cursor } } }", {
        at: 5,
      }),
    ).toBe("VALIDATION_ERROR");
  });
});

describe("limits", () => {
  const messageOf = async (query: string) => (await ask(query, {}, api.fetch)).errors?.[0]?.message;

  test("of depth, through fragments too", async () => {
    // As deep as the schema goes is well within; only introspection goes deeper, through its own types.
    const deep = (levels: number) =>
      `{ __type(name: "User") { ${"ofType { fields { type { ".repeat(levels)} name ${"} } }".repeat(levels)} } }`;
    expect(await messageOf(deep(1))).toBeUndefined();
    expect(await messageOf(deep(3))).toMatch(/depth limit of 8/);
    const spread = `query { __type(name: "User") { ...a } } fragment a on __Type { fields { type { ...b } } } fragment b on __Type { fields { type { fields { type { fields { type { name } } } } } } }`;
    expect(await messageOf(spread)).toMatch(/depth limit of 8/);
    expect(await messageOf("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }")).toMatch(
      /itself/,
    );
  });

  test("of aliases, through fragments too", async () => {
    const aliases = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}: health`).join(" ");
    expect(await messageOf(`{ ${aliases(15)} }`)).toBeUndefined();
    expect(await messageOf(`{ ${aliases(16)} }`)).toMatch(/Aliases limit of 15/);
    expect(await messageOf(`{ ...a } fragment a on Query { ${aliases(16)} }`)).toMatch(/Aliases limit of 15/);
  });

  test("of tokens", async () => {
    expect(await messageOf(`{ ${"health ".repeat(990)} }`)).not.toMatch(/tokens/);
    expect(await messageOf(`{ ${"health ".repeat(1000)} }`)).toMatch(/more that 1000 tokens/);
  });

  test("of one request in one, of its size and of its type", async () => {
    const health = { query: "{ health }" };
    await expect(await api.fetch("/graphql", { json: [health, health] })).toFailWith("VALIDATION_ERROR");
    await expect(await api.fetch("/graphql", { json: { ...health, more: "x".repeat(65_536) } })).toFailWith(
      "PAYLOAD_TOO_LARGE",
    );
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "application/graphql",
      "multipart/form-data; boundary=x",
    ]) {
      const init = { method: "POST", body: "query={health}", headers: { "content-type": type } };
      await expect(await api.fetch("/graphql", init)).toFailWith("UNSUPPORTED_MEDIA_TYPE");
    }
    await expect(
      await api.fetch("/graphql", {
        method: "POST",
        body: "{",
        headers: { "content-type": "application/json" },
      }),
    ).toFailWith("MALFORMED_REQUEST");
    await expect(await api.fetch("/graphql", { json: {} })).toFailWith("VALIDATION_ERROR", {
      field: "query",
    });
    await expect(await api.fetch("/graphql", { method: "PUT" })).toFailWith("METHOD_NOT_ALLOWED");
  });

  test("of nesting in the variables: they end in no stack", async () => {
    const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const body = `{"query":"query ($id: ID!) { task(id: $id) { id } }","variables":{"id":${nested}}}`;
    const response = await person.fetch("/graphql", {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBeLessThan(500);
  });
});

describe("other doors", () => {
  test("GET takes queries, and no mutation", async () => {
    const read = await person.fetch(`/graphql?query=${encodeURIComponent("{ me { id } }")}`);
    expect(await read.json()).toEqual({ data: { me: { id: person.user.id } } });
    const before = await listTasks(person.fetch);
    const write = await person.fetch(
      `/graphql?query=${encodeURIComponent('mutation { createTask(input: { title: "x" }) { id } }')}`,
    );
    expect(write.status).toBe(405);
    expect((await write.json()).errors[0].extensions.code).toBe("METHOD_NOT_ALLOWED");
    expect(await listTasks(person.fetch)).toEqual(before);
  });

  test("what another site sends with a cookie is refused", async () => {
    const browser = inBrowser(api, person.session);
    const json = { query: "{ me { id } }" };
    for (const origin of ["https://evil.example", "null"]) {
      await expect(await browser("/graphql", { json, headers: { origin } })).toFailWith("CSRF_REJECTED");
    }
  });
});

describe("in production", () => {
  const answer = createGraphqlServer({ production: true });

  async function told(query: string, init: RequestInit = {}): Promise<Response> {
    return answer(new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`, init));
  }

  test("there is no introspection, and no hint of what there is", async () => {
    for (const query of ["{ __schema { types { name } } }", '{ __type(name: "User") { name } }']) {
      const { errors, data } = await (await told(query)).json();
      expect(data).toBeUndefined();
      expect(errors[0].extensions.code).toBe("VALIDATION_ERROR");
    }
    const { errors } = await (await told("{ healt }")).json();
    expect(errors[0].message).toBe('Cannot query field "healt" on type "Query".');
    expect(await (await told("{ __typename health }")).json()).toEqual({
      data: { __typename: "Query", health: "ok" },
    });
  });

  test("whatever kind of answer is asked for, it is JSON", async () => {
    for (const accept of ["text/html", "image/png", "*/*", "application/graphql-response+json", "nonsense"]) {
      const response = await told("{ health }", { headers: { accept } });
      expect([accept, response.status, await response.json()]).toEqual([
        accept,
        200,
        { data: { health: "ok" } },
      ]);
    }
  });

  test("there is no page to try it on; elsewhere there is", async () => {
    const headers = { accept: "text/html" };
    const page = await answer(new Request("http://localhost/graphql", { headers }));
    expect(page.headers.get("content-type") ?? "").not.toContain("text/html");
    const tried = await createGraphqlServer({ production: false })(
      new Request("http://localhost/graphql", { headers }),
    );
    const html = await tried.text();
    expect(html).toContain(`<title>${BRAND.name} GraphQL</title>`);
    expect(html).not.toMatch(/unpkg|https:\/\/cdn/);
    expect(tried.headers.get("content-type")).toContain("text/html");
  });
});
