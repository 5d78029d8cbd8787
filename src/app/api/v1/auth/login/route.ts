import { signedInAnswer } from "@/domain/sign-in/answers";
import { loginFormSchema, loginSchema } from "@/domain/sign-in/inputs";
import { signIn } from "@/domain/sign-in/sign-in";
import { provenSessions } from "@/http/caller";
import { readDevice } from "@/http/device-cookie";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { handOverNew } from "@/http/session-answer";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/login", {
  POST: endpoint({
    summary: "Sign in by email or username",
    description:
      "As JSON, as an OAuth 2 password form, or as the HTML form of a page. What a browser sent is answered without `refresh_token`.",
    tag: "Sessions",
    public: true,
    csrf: "always",
    body: loginSchema,
    form: { schema: loginFormSchema, page: "/login" },
    status: 200,
    answer: signedInAnswer,
    cookies: "set",
    problems: ["INVALID_CREDENTIALS", "SETUP_REQUIRED", "RATE_LIMIT_EXCEEDED"],
    async handle({ request, reply, body, clientInfo }) {
      const signedIn = await signIn({
        identifier: body.email,
        password: body.password,
        rememberMe: body.remember_me ?? false,
        clientInfo,
        device: await readDevice(request.headers),
        handedIn: await provenSessions(request.headers),
      });
      return { user: signedIn.user, ...(await handOverNew(signedIn, { request, reply, way: "password" })) };
    },
  }),
});
