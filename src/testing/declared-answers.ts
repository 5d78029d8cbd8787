import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { oas31 } from "zod-openapi";

type Exchange = { method: string; path: string };
type Checker = (answer: Response, body: string) => string[];
type Operation = { template: string; verb: "get"; declared: oas31.OperationObject };

/** Answers to these the document leaves to its introduction: no endpoint declares them. */
const UNDECLARED: Record<number, string> = { 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED" };

/**
 * Holds answers to the document: is the status declared for the operation, are its headers there, has the body the
 * declared shape, is the code among those of the status? What isn't as declared comes back as complaints.
 */
export function createAnswerCheck(document: oas31.OpenAPIObject): (exchange: Exchange) => Checker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, "document");
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string) => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `document#${pointer}` });
    validators.set(pointer, known);
    return known;
  };

  return ({ method, path }) => {
    const operation = operationOf(document, { method, path });
    return (answer, body) => {
      if (method === "OPTIONS" && answer.status === 204) return [];
      if (!operation) return isDocumented(document, path) ? complaintsOfUndeclared(answer, body) : [];
      const { template, verb } = operation;
      const declared = operation.declared.responses?.[String(answer.status) as "200"] as
        | oas31.ResponseObject
        | undefined;
      if (declared === undefined) return [`${answer.status} is not declared: ${body}`];
      const complaints = missingHeaders(document, declared, answer);
      if (answer.headers.has("set-cookie") && !expectsCookies(declared, answer.status)) {
        complaints.push("sets cookies, which is not declared");
      }
      if (method === "HEAD") return complaints;

      const type = answer.headers.get("content-type")?.split(";")[0] ?? null;
      if (declared.content === undefined) {
        return body === "" ? complaints : [...complaints, `has a body, but none is declared: ${body}`];
      }
      if (type === null || !declared.content[type]) return [...complaints, `${type} is not declared`];
      const validate = validatorOf(
        ["/paths", template, verb, "responses", String(answer.status), "content", type, "schema"]
          .map((step, index) => (index === 0 ? step : escapePointer(step)))
          .join("/"),
      );
      if (validate(/json$/.test(type) ? JSON.parse(body) : body)) return complaints;
      return [...complaints, `${ajv.errorsText(validate.errors, { dataVar: "body" })}: ${body}`];
    };
  };
}

/** What the document says of a method of an address; HEAD is answered as GET is. */
export function operationOf(document: oas31.OpenAPIObject, { method, path }: Exchange): Operation | null {
  const template = templateOf(document, path);
  const verb = (method === "HEAD" ? "get" : method.toLowerCase()) as "get";
  const declared = template === undefined ? undefined : document.paths?.[template]?.[verb];
  return template !== undefined && declared ? { template, verb, declared } : null;
}

/** Pages for people answer as they like. */
function isDocumented(document: oas31.OpenAPIObject, path: string) {
  return path.startsWith("/api") || templateOf(document, path) !== undefined;
}

/** The path of the document that this address is one of; a literal one goes before one with a parameter. */
function templateOf(document: oas31.OpenAPIObject, path: string) {
  return templatesOf(document).find(({ pattern }) => pattern.test(path))?.template;
}

type Template = { template: string; pattern: RegExp };
const templates = new WeakMap<oas31.OpenAPIObject, Template[]>();

function templatesOf(document: oas31.OpenAPIObject): Template[] {
  const known =
    templates.get(document) ??
    Object.keys(document.paths ?? {})
      .toSorted((a, b) => a.split("{").length - b.split("{").length)
      .map((template) => ({
        template,
        pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`),
      }));
  templates.set(document, known);
  return known;
}

function complaintsOfUndeclared(answer: Response, body: string): string[] {
  const code = UNDECLARED[answer.status];
  const allowed = answer.status !== 405 || answer.headers.has("allow");
  if (code !== undefined && allowed && (body === "" || JSON.parse(body).code === code)) return [];
  return [`is not in the document, and ${answer.status} is not how to say so: ${body}`];
}

function missingHeaders(document: oas31.OpenAPIObject, declared: oas31.ResponseObject, answer: Response) {
  return Object.entries(declared.headers ?? {})
    .filter(([, header]) => headerOf(document, header)?.required)
    .filter(([name]) => !answer.headers.has(name))
    .map(([name]) => `lacks the header ${name}`);
}

function headerOf(document: oas31.OpenAPIObject, header: oas31.HeaderObject | oas31.ReferenceObject) {
  if (!("$ref" in header)) return header;
  const name = header.$ref?.split("/").at(-1) ?? "";
  return document.components?.headers?.[name] as oas31.HeaderObject | undefined;
}

/** A form on its way back to a page takes along what was typed. */
function expectsCookies(declared: oas31.ResponseObject, status: number) {
  return status === 303 || declared.headers?.["Set-Cookie"] !== undefined;
}

function escapePointer(step: string) {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
