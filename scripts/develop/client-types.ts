import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { oas31 } from "zod-openapi";

const HEAD = "// Made by `npm run openapi` from docs/openapi.json. A test holds it to that.\n\n";

/** The document as TypeScript. The client speaks JSON, so what a form would send is left out. */
export async function clientTypes(document: oas31.OpenAPIObject): Promise<string> {
  const spoken = structuredClone(document);
  for (const path of Object.values(spoken.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, oas31.OperationObject>)) {
      const body = operation.requestBody as oas31.RequestBodyObject | undefined;
      delete body?.content["application/x-www-form-urlencoded"];
    }
  }
  return HEAD + astToString(await openapiTypescript(spoken as OpenAPI3));
}
