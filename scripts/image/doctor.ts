import * as settings from "@/lib/settings";
import { examine } from "../launch/doctor/examine.mjs";
import { wrong } from "../launch/ground/finding.mjs";
import { isComposed } from "./secrets.mjs";

// gatehouse doctor: as npm run doctor, without what only a clone has.

process.exitCode = await examine({
  first: [],
  composed: isComposed(),
  loadSettings: async () => settings,
  loadSmtp: () => import("@/lib/smtp"),
  lookAtEmbedded: async () => [wrong("DATABASE_URL is not set.", "Set it, or DATABASE_URL_FILE.")],
});
