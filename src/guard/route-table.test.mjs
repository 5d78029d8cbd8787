import { expect, test } from "vitest";
import { findRoute, paramsOf, routeTable } from "./route-table.mjs";

const ADDRESSES = [
  "/api/[[...rest]]",
  "/api/v1/tags/[id]",
  "/api/v1/users/me",
  "/api/v1/users/[id]",
  "/api/v1/users/[id]/sessions/[session_id]",
  "/api/v1/openapi.json",
];
const table = routeTable(ADDRESSES.map((address) => ({ address, load: async () => ({}) })));

/** @param {string} path */
function found(path) {
  const route = findRoute(table, path);
  return route ? paramsOf(route, path) : null;
}

test("a fixed address goes before one with parts that vary", () => {
  expect(found("/api/v1/users/me")).toEqual({});
  expect(found("/api/v1/users/you")).toEqual({ id: "you" });
  expect(found("/api/v1/users/1/sessions/2")).toEqual({ id: "1", session_id: "2" });
});

test("what is no address, or takes any number of parts, isn't found", () => {
  for (const path of ["/api/v1/nothing", "/api/v1/tags", "/api/v1/tags/", "/api/v1/openapixjson", "/api"]) {
    expect(found(path), path).toBeNull();
  }
});
