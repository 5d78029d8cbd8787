import { z } from "zod";
import { signOut } from "@/domain/sessions/sessions";
import { provenSessions } from "@/http/caller";
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
      "Ends every session that is proven by the refresh token in the body and by a Bearer or the cookies. Answers the same whatever is handed in.",
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
    async handle({ request, reply, body, clientInfo }) {
      for (const cookie of clearedSessionCookies()) reply.append("set-cookie", cookie);
      // Never the cookies: the device's own has to outlive the session.
      reply.set("clear-site-data", '"cache", "storage"');
      const sessionIds = await provenSessions(request.headers, body.refresh_token);
      await Promise.all(sessionIds.map((sessionId) => signOut({ sessionId, clientInfo })));
    },
  }),
});
