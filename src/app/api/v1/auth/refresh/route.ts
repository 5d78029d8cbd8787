import { z } from "zod";
import { tokensAnswer } from "@/domain/sessions/answers";
import { renewSession } from "@/domain/sessions/renew-session";
import { typedTextSchema } from "@/domain/users/schema";
import { cookieTokens } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { renewForPage } from "@/http/page-renewal";
import { route } from "@/http/route";
import { handOver } from "@/http/session-answer";
import { Problem } from "@/lib/errors";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/refresh", {
  POST: endpoint({
    summary: "Renew a session",
    description:
      "By the refresh token in the body or in the cookie; where both are there they have to be the same. Sent again within ten seconds, the answer is the same successor.",
    tag: "Sessions",
    public: true,
    proofs: ["refreshCookie"],
    body: z.object({ refresh_token: typedTextSchema.optional() }).meta({ id: "Renewal" }),
    status: 200,
    answer: tokensAnswer,
    cookies: "set",
    problems: [
      "MALFORMED_REQUEST",
      "MISSING_REFRESH_TOKEN",
      "INVALID_REFRESH_TOKEN",
      "REFRESH_TOKEN_EXPIRED",
      "REFRESH_TOKEN_REUSED",
      "SESSION_REVOKED",
    ],
    async handle({ request, reply, body, clientInfo }) {
      const cookie = cookieTokens(request.headers).refresh;
      const given = body.refresh_token;
      if (given !== undefined && cookie !== undefined && given !== cookie)
        throw new Problem("MALFORMED_REQUEST");
      const token = given ?? cookie;
      if (token === undefined) throw new Problem("MISSING_REFRESH_TOKEN");
      return handOver(await renewSession({ token, clientInfo }), { request, reply });
    },
  }),
  GET: endpoint({
    summary: "Renew on the way to a page",
    description:
      "For browsers: renews by the cookie and leads on to `next`; without a live session it clears the cookies and leads to sign in.",
    tag: "Sessions",
    public: true,
    proofs: ["refreshCookie"],
    query: z.object({ next: z.string().optional().meta({ description: "A path of this site" }) }),
    status: 303,
    cookies: "set",
    leadsToPage: true,
    problems: ["RATE_LIMIT_EXCEEDED"],
    handle: ({ request, query, clientInfo }) =>
      renewForPage({ headers: request.headers, next: query.next, clientInfo }),
  }),
});
