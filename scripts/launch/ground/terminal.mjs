import { asLaunchError } from "./failure.mjs";

/** @param {NodeJS.WriteStream} stream */
function styles(stream) {
  const colours = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  /** @param {number} code */
  const style = (code) => (/** @type {string} */ text) =>
    colours ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { bold: style(1), dim: style(2), green: style(32), red: style(31), yellow: style(33) };
}

const { bold, dim, green, red, yellow } = styles(process.stderr);
const LABEL_WIDTH = 12;

/**
 * One line a step, with the time it took: redrawn while it works on a terminal, plain lines elsewhere.
 *
 * @template T
 * @param {string} label
 * @param {(report: (text: string) => void) => Promise<T>} work `report` says what takes long; a text that it returns is shown
 * @param {{ quiet?: boolean }} [options] `quiet`: what works there writes lines of its own, which a redrawn one would garble
 * @returns {Promise<T>}
 */
export async function step(label, work, { quiet = false } = {}) {
  const started = performance.now();
  const name = label.padEnd(LABEL_WIDTH);
  const live = process.stderr.isTTY && !quiet;
  let doing = "";
  const draw = () =>
    process.stderr.write(`\r\u001b[K  ${dim("…")} ${name} ${dim(`${doing} ${elapsed(started)}`)}`);
  const ticker = live ? setInterval(draw, 200) : undefined;
  if (live) draw();
  /** @param {string} mark @param {string} text */
  const close = (mark, text) => {
    clearInterval(ticker);
    if (live) process.stderr.write("\r\u001b[K");
    process.stderr.write(`  ${mark} ${name} ${text} ${dim(elapsed(started))}\n`);
  };
  try {
    const result = await work((text) => {
      doing = text;
      if (!live) process.stderr.write(`  … ${name} ${text}\n`);
    });
    close(green("✓"), typeof result === "string" ? result : "");
    return result;
  } catch (error) {
    close(red("✗"), "failed");
    throw error;
  }
}

/** @param {number} since */
function elapsed(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** @param {string[]} lines */
export function say(...lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
}

/** @param {string} text */
export function strong(text) {
  return bold(text);
}

/** @param {import("./finding.mjs").Finding[]} findings */
export function reportFindings(findings) {
  const marks = { right: green("✓"), doubtful: yellow("!"), wrong: red("✗") };
  say("");
  for (const { state, what, todo } of findings) {
    say(`  ${marks[state]} ${what}`);
    if (todo) say(`      ${yellow("→")} ${todo}`);
  }
}

/** @param {unknown} error */
export function reportError(error) {
  const { message, todo, output } = asLaunchError(error);
  say("", `  ${red(message)}`);
  if (output) say("", ...output.split("\n").map((line) => `  ${dim("│")} ${line}`));
  if (todo.length > 0)
    say("", ...todo.map((line) => `  ${line.startsWith(" ") ? " " : yellow("→")} ${line}`));
  say("");
}
