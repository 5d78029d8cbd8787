import { expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";

const api = serveApi();

test.each(["/health", "/live", "/api/v1/health"])(
  "%s says that the process answers, and no more",
  async (path) => {
    const response = await api.fetch(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  },
);
