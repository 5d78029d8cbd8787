import { z } from "zod";
import { verifyAccessToken } from "@/domain/sessions/access-token";
import { readRefreshToken } from "@/domain/sessions/refresh-token";
import { signOut } from "@/domain/sessions/sessions";
import { bearerToken, cookieTokens } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { clearedSessionCookies } from "@/http/session-cookies";

/** Whatever is handed in is taken for what it may prove; what proves nothing is passed over. */
const logoutSchema = z
  .object({ refresh_token: z.unknown().optional().meta({ type: "string" }) })
  .catch({})
  .meta({ id: "Logout", default: undefined });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/logout", {
  POST: endpoint({
    summary: "Sign out",
    tag: "Sessions",
    description:
      "Ends the session that is proven by the refresh token in the body or by a Bearer, else by the cookies. Answers the same whatever is handed in.",
    public: true,
    proofs: ["bearer", "accessCookie", "refreshCookie"],
    csrf: "always",
    body: logoutSchema,
    form: {
      schema: z
        .object({ next: z.string().optional() })
        .catch({})
        .transform(() => ({})),
      page: "/login",
    },
    status: 204,
    cookies: "cleared",
    async handle({ request, reply, body, visit }) {
      for (const cookie of clearedSessionCookies()) reply.append("set-cookie", cookie);
      const sessionIds = await provenSessions(request.headers, body.refresh_token);
      await Promise.all(sessionIds.map((sessionId) => signOut({ sessionId, visit })));
    },
  }),
});

/** A token in the body or a Bearer stands for itself; only without them do the cookies speak. */
async function provenSessions(headers: Headers, given: unknown): Promise<string[]> {
  const cookies = cookieTokens(headers);
  const bearer = bearerToken(headers);
  const explicit = typeof given === "string" || bearer !== null;
  const refresh = typeof given === "string" ? given : explicit ? undefined : cookies.refresh;
  const access = bearer ?? (explicit ? undefined : cookies.access);
  const ids = await Promise.all([
    refresh && readRefreshToken(refresh).then((parts) => parts?.sessionId),
    access &&
      verifyAccessToken(access).then(
        (claims) => claims.sessionId,
        () => undefined,
      ),
  ]);
  return [...new Set(ids.filter((id) => id !== undefined && id !== ""))] as string[];
}
