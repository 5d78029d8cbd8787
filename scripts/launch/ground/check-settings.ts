import { readSettings } from "../../../src/lib/settings";

// The application's own look at its settings, before anything is started for it. Run by the launcher.
try {
  readSettings(process.env);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
