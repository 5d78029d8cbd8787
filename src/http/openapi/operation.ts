import type { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiRequestBodyObject } from "zod-openapi";
import { FORM_TYPE, JSON_TYPE } from "../body";
import type { Endpoint } from "../endpoint";
import { MULTIPART_TYPE, type Upload } from "../upload";
import { answersOf } from "./answers";

type Operation = { path: string; method: string; endpoint: Endpoint };

export function toOperation(operation: Operation): ZodOpenApiOperationObject {
  const { endpoint } = operation;
  return {
    operationId: operationId(operation),
    summary: endpoint.summary,
    description: endpoint.description,
    tags: [endpoint.tag],
    security: securityOf(endpoint),
    ...((endpoint.query || endpoint.params) && {
      requestParams: {
        ...(endpoint.query && { query: endpoint.query as z.ZodObject }),
        ...(endpoint.params && { path: endpoint.params as z.ZodObject }),
      },
    }),
    requestBody: endpoint.upload ? uploadOf(endpoint.upload) : bodyOf(endpoint),
    responses: answersOf(operation),
  };
}

function bodyOf({ body, form }: Endpoint): ZodOpenApiRequestBodyObject | undefined {
  return (
    body && {
      required: !mayBeEmpty(body),
      content: { [JSON_TYPE]: { schema: body }, ...(form && { [FORM_TYPE]: { schema: form.schema } }) },
    }
  );
}

function uploadOf({ types, mostBytes }: Upload): ZodOpenApiRequestBodyObject {
  const file = { type: "string" as const, format: "binary" };
  return {
    required: true,
    description: `At most ${mostBytes / 1024 ** 2} MB, as the body or as the one field of a form`,
    content: {
      ...Object.fromEntries(types.map((type) => [type, { schema: file }])),
      [MULTIPART_TYPE]: { schema: { type: "object", properties: { file }, required: ["file"] } },
    },
  };
}

/** A public endpoint that looks at proofs does without them too; elsewhere any one of two is asked for. */
function securityOf(endpoint: Endpoint): Record<string, string[]>[] {
  if (!endpoint.public) return [{ bearer: [] }, { accessCookie: [] }];
  const proofs = endpoint.proofs?.map((proof) => ({ [proof]: [] })) ?? [];
  return proofs.length > 0 ? [...proofs, {}] : [];
}

/** An empty body is read as {}; where that is enough, none need be sent. */
function mayBeEmpty(schema: z.ZodType) {
  return schema.safeParse({}).success;
}

/** "POST /api/v1/auth/login" → "postAuthLogin", "GET /live" → "getLiveProbe". */
function operationId({ path, method }: Operation) {
  const [, underApi] = /^\/api\/(?:v1\/)?(.*)$/.exec(path) ?? [];
  const words = (underApi ?? `${path}/probe`).split(/[^a-z0-9]+/i).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
}
