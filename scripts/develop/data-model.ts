import { writeFileSync } from "node:fs";
import { dataModelPage } from "../../src/db/data-model";

// npm run docs:data-model: writes docs/data-model.md from the tables.

writeFileSync("docs/data-model.md", dataModelPage());
