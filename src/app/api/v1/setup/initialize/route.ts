import { initializedAnswer } from "@/domain/setup/answers";
import { initializationSchema } from "@/domain/setup/inputs";
import { completeSetup } from "@/domain/setup/setup";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint } from "@/http/endpoint";
import { isLoopbackInstallation } from "@/http/loopback";
import { route } from "@/http/route";
import { handOverNew } from "@/http/session-answer";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/setup/initialize", {
  POST: endpoint({
    summary: "Complete the first-run setup: organization and administrator, exactly once",
    tag: "Setup",
    public: true,
    csrf: "always",
    limit: "attempts",
    body: initializationSchema,
    status: 201,
    answer: initializedAnswer,
    cookies: "set",
    problems: [
      "SETUP_ALREADY_COMPLETED",
      "INVALID_SETUP_TOKEN",
      "INVALID_EMAIL",
      "INVALID_USERNAME",
      ...PASSWORD_FAULTS,
    ],
    async handle({ request, reply, body, clientInfo }) {
      const signedIn = await completeSetup(body, {
        clientInfo,
        local: isLoopbackInstallation(request.headers),
      });
      const { user, provider } = signedIn;
      return { user, provider, ...(await handOverNew(signedIn, { request, reply, way: "password" })) };
    },
  }),
});
