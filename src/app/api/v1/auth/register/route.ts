import { signedInAnswer } from "@/domain/sign-in/answers";
import { registrationFormSchema, registrationSchema } from "@/domain/sign-in/inputs";
import { register } from "@/domain/sign-in/register";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { provenSessions } from "@/http/caller";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { handOverNew } from "@/http/session-answer";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/register", {
  POST: endpoint({
    summary: "Register and sign in",
    tag: "Accounts",
    public: true,
    csrf: "always",
    limit: "attempts",
    body: registrationSchema,
    form: { schema: registrationFormSchema, page: "/register" },
    status: 201,
    answer: signedInAnswer,
    cookies: "set",
    problems: [
      "SETUP_REQUIRED",
      "REGISTRATION_CLOSED",
      "EMAIL_ALREADY_EXISTS",
      "USERNAME_ALREADY_EXISTS",
      "INVALID_PROOF",
      "INVALID_EMAIL",
      "INVALID_USERNAME",
      ...PASSWORD_FAULTS,
    ],
    async handle({ request, reply, body, clientInfo }) {
      const signedIn = await register(body, clientInfo, await provenSessions(request.headers));
      return { user: signedIn.user, ...(await handOverNew(signedIn, { request, reply, way: "password" })) };
    },
  }),
});
