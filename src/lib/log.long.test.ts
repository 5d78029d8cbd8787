import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

/** What a process of this setting writes where nobody's terminal is. */
async function logged(LOG_FORMAT: string): Promise<string> {
  const program = `(await import("./src/lib/log.ts")).log().info({ kind: "lamp", password: "seven lamps" }, "lit")`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    env: { ...process.env, LOG_FORMAT, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return text(child.stdout);
}

test.each(["json", ""])(
  "with LOG_FORMAT=%s the log is a line of JSON an event, and tells no password",
  async (format) => {
    const line = await logged(format);
    expect(JSON.parse(line)).toMatchObject({ level: "info", msg: "lit", kind: "lamp" });
    expect(line).not.toContain("seven lamps");
  },
);

test("with LOG_FORMAT=pretty it is for reading, and tells no password either", async () => {
  const lines = await logged("pretty");
  expect(lines).toMatch(/^\[\d\d:\d\d:\d\d\] .*INFO.*: .*lit/);
  expect(lines).toContain("lamp");
  expect(lines).not.toContain("seven lamps");
});
