import { beforeEach, expect, test, vi } from "vitest";
import {
  organizationChanged,
  organizationVersion,
  provideOrganizationVersion,
  readOrganizationVersion,
  whenOrganizationChanges,
} from "./organization-version.mjs";

const read = vi.fn<() => Promise<string | null>>();

beforeEach(() => {
  read.mockReset().mockResolvedValue("a");
  provideOrganizationVersion(read);
  organizationChanged();
});

test("it is read once, however many ask, and at most once a second", async () => {
  const answers = await Promise.all([organizationVersion(), organizationVersion(), organizationVersion()]);
  expect(answers).toEqual(["a", "a", "a"]);
  expect(organizationVersion()).toBe("a");
  expect(read).toHaveBeenCalledTimes(1);
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1_001);
  await organizationVersion();
  expect(read).toHaveBeenCalledTimes(2);
});

test("after a change here nothing that was known, or was just being read, counts", async () => {
  const listener = vi.fn();
  whenOrganizationChanges(listener);
  await organizationVersion();
  let finish: (version: string) => void = () => {};
  read.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
  const reading = readOrganizationVersion();
  organizationChanged();
  finish("a");
  expect(await reading).toBeNull();
  read.mockResolvedValue("b");
  expect(await organizationVersion()).toBe("b");
  expect(listener).toHaveBeenCalledTimes(1);
});

test("a database that is away or silent makes it unknown, in time", async () => {
  read.mockRejectedValueOnce(new Error("away"));
  expect(await organizationVersion()).toBeNull();
  organizationChanged();
  read.mockReturnValueOnce(new Promise(() => {}));
  expect(await organizationVersion()).toBeNull();
});
