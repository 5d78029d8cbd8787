import { expect, test } from "vitest";
import { previewOrigins } from "./platform";

const PREVIEW = {
  VERCEL: "1",
  VERCEL_ENV: "preview",
  VERCEL_URL: "gatehouse-abc123.vercel.app",
  VERCEL_BRANCH_URL: "gatehouse-git-topic.vercel.app",
};

test("a preview's own addresses are this deployment's and its branch's, and no others", () => {
  expect(previewOrigins(PREVIEW)).toEqual([
    "https://gatehouse-abc123.vercel.app",
    "https://gatehouse-git-topic.vercel.app",
  ]);
  expect(previewOrigins({ ...PREVIEW, VERCEL_BRANCH_URL: undefined })).toHaveLength(1);
  expect(previewOrigins({ ...PREVIEW, VERCEL_URL: "evil.example/?" })).toHaveLength(1);
});

test("in production, and anywhere else, there are none", () => {
  expect(previewOrigins({ ...PREVIEW, VERCEL_ENV: "production" })).toEqual([]);
  expect(previewOrigins({ ...PREVIEW, VERCEL: undefined })).toEqual([]);
  expect(previewOrigins({})).toEqual([]);
});
