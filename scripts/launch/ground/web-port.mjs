import { NAME } from "../../../src/lib/brand.mjs";
import { LaunchError } from "./failure.mjs";
import { portProblem } from "./ports.mjs";

/**
 * @param {{ host: string, port: number }} where
 * @param {import("./runs.mjs").Run[]} runs
 * @returns {Promise<LaunchError | null>}
 */
export async function portError({ host, port }, runs) {
  // A browser may try the other loopback address first and meet whoever listens there.
  const hosts = host === "127.0.0.1" || host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  const another = port + 1 > 65_535 ? 3001 : port + 1;
  const elsewhere =
    process.platform === "win32" ? `set PORT=${another}&& npm start` : `PORT=${another} npm start`;
  for (const candidate of hosts) {
    const code = await portProblem(port, candidate);
    if (code === "EADDRINUSE") {
      const run = runs.find((known) => known.port === port);
      return new LaunchError(
        run
          ? `Port ${port} is taken by ${NAME} itself, started from this folder (process ${run.launcher}).`
          : `Port ${port} on ${candidate} is taken by another program.`,
        { todo: ["Stop that one, or start on another port:", `  ${elsewhere}`] },
      );
    }
    if (code === "EACCES") {
      return new LaunchError(`Port ${port} may not be opened by an ordinary user.`, {
        todo: [
          "Choose one from 1024 on, with a proxy in front where it must be that one:",
          `  PORT=3000 npm start`,
        ],
      });
    }
    if (code && candidate === host) {
      return new LaunchError(`HOST: this machine can't listen on ${host} (${code}).`, {
        todo: ["127.0.0.1 is this machine only, 0.0.0.0 all its addresses."],
      });
    }
  }
  return null;
}
