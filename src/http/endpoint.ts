import type { z } from "zod";
import { requireAttempt } from "@/domain/attempts/attempts";
import type { ClientInfo } from "@/domain/client-info";
import type { Caller } from "@/domain/sessions/sessions";
import { type ErrorCode, Problem } from "@/lib/errors";
import { textResponse } from "@/lib/text-response.mjs";
import { type Body, FORM_TYPE, parseForm, readBody } from "./body";
import { COST, inTurn, spend } from "./budget";
import { cookieTokens, requireCaller, requireFreshSignIn, requireVerifiedEmail } from "./caller";
import { clientInfoOf } from "./client-address";
import { withDeadline } from "./deadline";
import { afterForm, type FormState, wantsHtml } from "./form-state";
import { requireTrustedOrigin } from "./origin";
import type { Tag } from "./tags";
import { readUpload, requireUploadable, type Upload } from "./upload";
import { validate } from "./validate";

type Schema = z.ZodType;

export type Proof = "bearer" | "accessCookie" | "refreshCookie";

/**
 * One endpoint: what it takes, what it answers, who may ask. The wrapper works by it and the OpenAPI document is made
 * of it, so the two can't disagree.
 */
type Definition<B extends Schema, Q extends Schema, P extends Schema> = Described<B, Q, P> &
  (
    | (Open & { handle: (input: Input<B, Q, P>) => Promise<unknown> })
    | (Guarded & { handle: (input: Input<B, Q, P> & { caller: Caller }) => Promise<unknown> })
  );

/** To everybody: nobody is asked who they are, so there is no `caller`. */
type Open = {
  public: true;
  /** What is looked at where it is handed in. */
  proofs?: Proof[];
  role?: undefined;
  unverified?: undefined;
};

type Guarded = {
  public?: undefined;
  proofs?: undefined;
  role?: "admin";
  /** Also for who has to verify their email first. */
  unverified?: true;
};

type Described<B extends Schema = Schema, Q extends Schema = Schema, P extends Schema = Schema> = {
  summary: string;
  description?: string;
  tag: Tag;
  /** Sign-in and the like: refused from other sites even when no cookie is relied on. */
  csrf?: "always";
  /**
   * Asks for a session whose owner has proven within so many seconds who they are. `proof` is what in the body proves it
   * again; whether that is right the endpoint itself finds out.
   */
  fresh?: number;
  proof?: (body: z.output<B>) => string | undefined;
  /** What it takes out of its caller's budget, where that is more than a write or a search does. */
  cost?: (asked: { body: z.output<B> }) => number;
  /** Counts one attempt of the client's address: to sign in and the like, or to have mail sent, each on its own. */
  limit?: "attempts" | "mails";
  body?: B;
  /** The body is a file, which `body` is handed as its bytes. */
  upload?: Upload;
  /** The same as an HTML form, where one is welcome; its page gets the problems back. */
  form?: { schema: z.ZodType<z.output<B>, unknown>; page: string };
  query?: Q;
  params?: P;
  status: 200 | 201 | 202 | 204 | 303;
  answer?: Schema;
  /** What else it answers, in another type or under another status, by a Response of its own. */
  otherAnswers?: OtherAnswer[];
  /** Whether success sets or clears the session cookies, or sets the device's alone. */
  cookies?: "set" | "cleared" | "device";
  /** The codes of its own; what the wrapper itself refuses is known. */
  problems?: readonly ErrorCode[];
  /** Browsers come here on their way to a page: to them a problem is one, too. */
  leadsToPage?: true;
  /** A page for people, no part of the API's document. */
  unlisted?: true;
  /** Asked so often that its log lines would drown the others. */
  quiet?: true;
};

type OtherAnswer = { type?: string; status?: number; schema: Schema };

type Input<B extends Schema, Q extends Schema, P extends Schema> = {
  request: Request;
  body: z.output<B>;
  query: z.output<Q>;
  params: z.output<P>;
  clientInfo: ClientInfo;
  /** Headers of the answer to come. */
  reply: Headers;
};

export type Endpoint = Described &
  (Open | Guarded) & { run: (request: Request, context: RunContext) => Promise<Response> };

type RunContext = { params: Record<string, string | string[] | undefined>; traceId: string; form: FormState };

/** How long a sign-in is fresh. */
export const FRESH_SECONDS = 600;

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Guarded unless it says `public: true`. The order of the checks is the contract's: nothing is hashed before the limit. */
export function endpoint<B extends Schema, Q extends Schema, P extends Schema>(
  definition: Definition<B, Q, P>,
): Endpoint {
  async function read(request: Request): Promise<Body> {
    const { upload, body, form } = definition;
    if (upload) {
      requireUploadable(request, upload);
      // Who is nobody has no megabytes held for them.
      await withDeadline(requireRole(request.headers));
      return { type: null, value: await readUpload(request, upload) };
    }
    return body ? await readBody(request, { form: form !== undefined }) : { type: null, value: undefined };
  }

  async function requireRole(headers: Headers) {
    const caller = await requireCaller(headers);
    if (!definition.unverified) requireVerifiedEmail(caller);
    if (definition.role && caller.user.role !== definition.role) throw new Problem("FORBIDDEN");
    return caller;
  }

  async function answer(request: Request, context: RunContext, { type, value }: Body): Promise<Response> {
    const search = definition.query ? parseForm(new URL(request.url).search.slice(1)) : undefined;

    const caller = definition.public ? undefined : await requireCaller(request.headers);

    const schema = type === FORM_TYPE ? definition.form?.schema : definition.body;
    const params = definition.params ? parseParams(definition.params, context.params) : undefined;
    const query = definition.query && (await validate(definition.query, search));
    const body = schema && (await validate(schema, value));

    const clientInfo = clientInfoOf(request.headers, context.traceId);
    const isAllowed = definition.role === undefined || caller?.user.role === definition.role;
    // Ahead of the limit: being asked to sign in again costs nobody an attempt.
    if (definition.fresh && caller && isAllowed && definition.proof?.(body as z.output<B>) === undefined)
      requireFreshSignIn(caller, definition.fresh);
    if (definition.limit) await requireAttempt({ address: clientInfo.address, budget: definition.limit });
    if (caller && !definition.unverified) requireVerifiedEmail(caller);
    if (!isAllowed) throw new Problem("FORBIDDEN");
    const isSearch = isSearching(query);
    if (caller)
      spend(
        caller.user.id,
        definition.cost?.({ body: body as z.output<B> }) ?? costOf(request, { ...definition, isSearch }),
      );

    const reply = new Headers();
    const input = { request, body, query, params, caller, clientInfo, reply } as Input<B, Q, P> & {
      caller: Caller;
    };
    const answer = await (caller && isSearch
      ? inTurn(caller.user.id, async () => definition.handle(input))
      : definition.handle(input));
    const formFields = answer instanceof Response ? undefined : context.form.fields;
    if (formFields && wantsHtml(request.headers)) return afterForm(formFields, reply);
    return toResponse(answer, definition, reply);
  }

  return {
    ...(definition as unknown as Described & (Open | Guarded)),
    run: async (request, context) => {
      if (!SAFE_METHODS.has(request.method)) checkOrigin(request.headers, definition.csrf);
      const sent = await read(request);
      if (sent.type === FORM_TYPE) context.form.fields = sent.value as Record<string, string>;
      // How long a body takes to arrive is up to its sender; from here on it is up to us.
      return withDeadline(answer(request, context, sent));
    },
  };
}

function costOf({ method }: Request, { upload, isSearch }: { upload?: Upload; isSearch: boolean }) {
  if (upload) return COST.upload;
  if (!SAFE_METHODS.has(method)) return COST.write;
  return isSearch ? COST.search : 0;
}

/** By the words that every search of ours is asked in. */
function isSearching(query: unknown): boolean {
  return Boolean((query as { q?: string } | undefined)?.q);
}

function checkOrigin(headers: Headers, csrf: Described["csrf"]) {
  const { access, refresh } = cookieTokens(headers);
  if (csrf === "always" || (access ?? refresh) !== undefined) requireTrustedOrigin(headers);
}

/** An address that can't be is one where nothing is. */
function parseParams<P extends Schema>(schema: P, params: RunContext["params"]): z.output<P> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new Problem("NOT_FOUND");
  return parsed.data;
}

/** What goes out is held to the schema too: what it doesn't name stays in. */
function toResponse(
  answer: unknown,
  { status, answer: schema }: Pick<Described, "status" | "answer">,
  headers: Headers,
) {
  if (answer instanceof Response) return answer;
  headers.set("cache-control", "no-store");
  if (schema === undefined) return new Response(null, { status, headers });
  headers.set("content-type", "application/json");
  return textResponse(JSON.stringify(schema.parse(answer)), { status, headers });
}
