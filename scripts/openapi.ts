import { writeFileSync } from "node:fs";
import path from "node:path";
import { createOpenApiDocument } from "@/http/openapi/document";
import { definitionsOf, loadRoutes } from "./routes";

// npm run openapi: writes docs/openapi.json from the endpoints' definitions.

const file = path.resolve(import.meta.dirname, "../docs/openapi.json");
const document = createOpenApiDocument(definitionsOf(await loadRoutes()));
writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
