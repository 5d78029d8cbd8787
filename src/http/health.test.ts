import { expect, test } from "vitest";
import { deriveKey } from "@/lib/keys";
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

test("/live says to the doctor alone, who holds the key, as whom it counts a caller", async () => {
  const proof = Buffer.from(await deriveKey("doctor")).toString("hex");
  const seen = async (given: string) =>
    (await api.fetch("/live", { headers: { "doctor-proof": given } })).headers.get("doctor-seen-as");
  expect(await seen(proof)).toBe("127.0.0.1");
  expect(await seen(proof.replace(/^./, (digit) => (digit === "0" ? "1" : "0")))).toBeNull();
  expect(await seen("")).toBeNull();
  expect((await api.fetch("/live")).headers.get("doctor-seen-as")).toBeNull();
});
