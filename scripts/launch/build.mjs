import { resolveEnvironment } from "../../src/lib/environment.mjs";
import { build } from "./ground/build.mjs";
import { install } from "./ground/install.mjs";
import { reportError, say } from "./ground/terminal.mjs";

// The production build, as `npm start` would make it before its next start. --if-changed: only where the source has changed.

try {
  await install({ onStart: () => say("Installing the packages (npm ci) …"), show: true });
  resolveEnvironment();
  const made = await build({ show: true, anyway: !process.argv.includes("--if-changed") });
  if (!made) say("The build is up to date.");
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
