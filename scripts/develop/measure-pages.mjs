import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";

// npm run measure:pages -- <address> <email or username> <password>
// Weight, LCP, CLS and TBT of the sign-in page and the dashboard of a running product, the median of five loads each.

const LOADS = 5;
const [address = "http://localhost:3000", name = "", password = ""] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.E2E_CHROMIUM || undefined,
  args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  console.log("| Page | JavaScript KiB | CSS KiB | LCP ms | CLS | TBT ms |\n|---|---|---|---|---|---|");
  await measure("/login", await browser.newContext());
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/login`);
  await page.fill("[name=username]", name);
  await page.fill("[name=password]", password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(`${address}/`);
  await measure("/", context);
} finally {
  await browser.close();
}

/**
 * @param {string} path
 * @param {import("@playwright/test").BrowserContext} context
 */
async function measure(path, context) {
  /** @type {Awaited<ReturnType<typeof loadOnce>>[]} */
  const loads = [];
  for (let count = 0; count < LOADS; count++) loads.push(await loadOnce(path, context));
  const median = (/** @type {"js" | "css" | "lcp" | "cls" | "tbt"} */ key) =>
    loads.map((stats) => stats[key]).sort((a, b) => a - b)[Math.floor(LOADS / 2)] ?? 0;
  const kib = (/** @type {"js" | "css"} */ key) => (median(key) / 1024).toFixed(1);
  console.log(
    `| ${path} | ${kib("js")} | ${kib("css")} | ${median("lcp").toFixed(0)} | ${median("cls").toFixed(3)} | ${median("tbt").toFixed(0)} |`,
  );
}

/**
 * @param {string} path
 * @param {import("@playwright/test").BrowserContext} context
 */
async function loadOnce(path, context) {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  /** @type {Promise<{ kind: string, bytes: number }>[]} */
  const weighed = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet") return;
    weighed.push(response.body().then((body) => ({ kind, bytes: gzipSync(body).byteLength })));
  });
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, tbt: 0 };
    Object.assign(window, { seen });
    const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe("largest-contentful-paint", (entry) => {
      seen.lcp = entry.startTime;
    });
    observe("layout-shift", (entry) => {
      if (!entry.hadRecentInput) seen.cls += entry.value;
    });
    observe("longtask", (entry) => {
      seen.tbt += Math.max(0, entry.duration - 50);
    });
  });
  await page.goto(address + path, { waitUntil: "networkidle" });
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  const loaded = await Promise.all(weighed);
  await page.close();
  const weigh = (/** @type {string} */ kind) =>
    loaded.reduce((sum, each) => sum + (each.kind === kind ? each.bytes : 0), 0);
  return { js: weigh("script"), css: weigh("stylesheet"), lcp: seen.lcp, cls: seen.cls, tbt: seen.tbt };
}
