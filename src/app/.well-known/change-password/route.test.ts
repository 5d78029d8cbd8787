import { expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";

const api = serveApi();

test("password managers are led to where a password is changed", async () => {
  const response = await api.fetch("/.well-known/change-password", { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/settings/security"]);
});
