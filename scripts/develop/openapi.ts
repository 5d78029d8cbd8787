import { writeFileSync } from "node:fs";
import path from "node:path";
import { createOpenApiDocument } from "@/http/openapi/document";
import { clientTypes } from "./client-types";
import { definitionsOf, loadRoutes } from "./routes";

// npm run openapi: writes the API's document from the endpoints' definitions, and the client's types from the document.

const ROOT = path.resolve(import.meta.dirname, "../..");

const document = createOpenApiDocument(definitionsOf(await loadRoutes()));
writeFileSync(path.join(ROOT, "docs/openapi.json"), `${JSON.stringify(document, null, 2)}\n`);
writeFileSync(path.join(ROOT, "src/client/schema.d.ts"), await clientTypes(document));
