import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";

const api = serveApi();

test("200: the file docs/openapi.json, byte for byte, to everybody before there is an organization", async () => {
  const response = await api.fetch("/api/v1/openapi.json");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe(readFileSync("docs/openapi.json", "utf8"));
});
