import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import { clientTypes } from "../../scripts/develop/client-types";
import { type components, createClient, type ErrorCode, unwrap } from "./index";

test("src/client/schema.d.ts is what docs/openapi.json makes (npm run openapi)", async () => {
  const document = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
  expect(readFileSync("src/client/schema.d.ts", "utf8")).toBe(await clientTypes(document));
});

test("calls are typed by the document: what they take, what they answer, by which codes they refuse", () => {
  const { GET, POST } = createClient({ baseUrl: "http://localhost" });
  const me = () => unwrap(GET("/api/v1/auth/me"));
  expectTypeOf(me).returns.resolves.toEqualTypeOf<components["schemas"]["User"]>();
  expectTypeOf<components["schemas"]["User"]["full_name"]>().toEqualTypeOf<string | null>();

  const login = (email: string) => POST("/api/v1/auth/login", { body: { email, password: "" } });
  type LoginError = NonNullable<Awaited<ReturnType<typeof login>>["error"]>;
  expectTypeOf<"INVALID_CREDENTIALS">().toExtend<LoginError["code"]>();
  expectTypeOf<LoginError["code"]>().toExtend<ErrorCode>();
  expectTypeOf<"TAG_ALREADY_EXISTS">().not.toExtend<LoginError["code"]>();

  // @ts-expect-error: there is no such address
  () => GET("/api/v1/nowhere");
  // @ts-expect-error: the password is missing
  () => POST("/api/v1/auth/login", { body: { email: "ada@example.com" } });
});
