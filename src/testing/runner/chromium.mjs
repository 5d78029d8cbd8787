import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { LaunchError } from "../../../scripts/launch/ground/failure.mjs";
import { ROOT } from "../../../scripts/launch/ground/paths.mjs";

const PLAYWRIGHT = path.join(ROOT, "node_modules", "playwright", "cli.js");
const FETCH_PATIENCE_MS = 600_000;

/**
 * @typedef {{ file: string, from: string }} Browser
 */

/**
 * A Chromium that really starts: one that is there, else one that is fetched.
 *
 * @param {(text: string) => void} report
 * @returns {Promise<Browser>}
 */
export async function findChromium(report) {
  const there = await firstThatStarts();
  if (there) return there;

  report("downloading Playwright's");
  let output = await run([process.execPath, PLAYWRIGHT, "install", "chromium"]);
  const downloaded = await firstThatStarts();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    report("apt-get install chromium");
    output = await run(["apt-get", "update", "-q"]);
    output += await run(["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"]);
    const packaged = await firstThatStarts();
    if (packaged) return packaged;
    // Ubuntu's package is a snap, which doesn't start in a container; Playwright's may be there and want libraries.
    output += await run([process.execPath, PLAYWRIGHT, "install-deps", "chromium"]);
    const mended = await firstThatStarts();
    if (mended) return mended;
  }
  throw new LaunchError("The end-to-end tests need a Chromium: none is here, and none could be fetched.", {
    todo: [
      "Get one by `npx playwright install --with-deps chromium`, or as the system's package, and start again.",
    ],
    output: output.trim().split("\n").slice(-5).join("\n"),
  });
}

async function firstThatStarts() {
  for (const browser of await candidates()) {
    if (existsSync(browser.file) && (await starts(browser.file))) return browser;
  }
  return null;
}

/** @returns {Promise<Browser[]>} */
async function candidates() {
  const { chromium } = await import("@playwright/test");
  const { PATH = "", PROGRAMFILES = "", LOCALAPPDATA = "" } = process.env;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const windows = [PROGRAMFILES, `${PROGRAMFILES} (x86)`, LOCALAPPDATA];
  const systems = [
    ...names.flatMap((name) => PATH.split(path.delimiter).map((folder) => path.join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...windows.map((folder) => path.join(folder, "Google", "Chrome", "Application", "chrome.exe")),
    ...windows.map((folder) => path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe")),
  ];
  return [
    { file: chromium.executablePath(), from: "Playwright's" },
    ...systems.map((file) => ({ file, from: "the system's" })),
  ];
}

/** A file that is there may still be a stub, or want libraries that are not. @param {string} file */
async function starts(file) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath: file, timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string[]} command
 * @returns {Promise<string>} what it said
 */
async function run([program, ...args]) {
  const child = spawn(/** @type {string} */ (program), args, {
    env: {
      ...process.env,
      DEBIAN_FRONTEND: "noninteractive",
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: FETCH_PATIENCE_MS,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  await once(child, "close").catch((error) => {
    output += error.message;
  });
  return output;
}
