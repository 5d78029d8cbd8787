import { confirmationFormSchema, confirmationSchema } from "@/domain/proofs/inputs";
import { signedInAnswer } from "@/domain/sign-in/answers";
import { enterByLink } from "@/domain/sign-in-links/enter";
import { requireSignInLinks } from "@/domain/sign-in-links/sign-in-links";
import { provenSessions } from "@/http/caller";
import { readDevice } from "@/http/device-cookie";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { handOverNew } from "@/http/session-answer";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/sign-in-links/confirm", {
  POST: endpoint({
    summary: "Sign in by the link that was mailed",
    description:
      "However often the account was guessed at. If it shows for the first time that the email is theirs, the account's password, linked providers and sessions from before are gone.",
    tag: "Sessions",
    public: true,
    csrf: "always",
    body: confirmationSchema,
    form: { schema: confirmationFormSchema, page: "/sign-in-link" },
    status: 200,
    answer: signedInAnswer,
    cookies: "set",
    problems: ["INVALID_PROOF", "NOT_FOUND", "MAIL_NOT_SET_UP"],
    async handle({ request, reply, body: { token }, clientInfo }) {
      requireSignInLinks();
      const signedIn = await enterByLink({
        token,
        clientInfo,
        device: await readDevice(request.headers),
        handedIn: await provenSessions(request.headers),
      });
      return { user: signedIn.user, ...(await handOverNew(signedIn, { request, reply, way: "link" })) };
    },
  }),
});
