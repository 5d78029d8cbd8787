import { requireAttempt } from "@/domain/attempts/attempts";
import { setupDraftSchema } from "@/domain/setup/inputs";
import { requireFreshInstallation } from "@/domain/setup/setup";
import { requireSetupToken } from "@/domain/setup/setup-token";
import { PASSWORD_FAULTS } from "@/domain/users/password-policy";
import { endpoint } from "@/http/endpoint";
import { isLoopbackInstallation } from "@/http/loopback";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/setup/check", {
  POST: endpoint({
    summary: "Whether what was typed so far would do; writes nothing",
    tag: "Setup",
    public: true,
    csrf: "always",
    body: setupDraftSchema,
    status: 204,
    problems: [
      "SETUP_ALREADY_COMPLETED",
      "INVALID_SETUP_TOKEN",
      "INVALID_EMAIL",
      "INVALID_USERNAME",
      "RATE_LIMIT_EXCEEDED",
      ...PASSWORD_FAULTS,
    ],
    async handle({ request, body, clientInfo }) {
      await requireFreshInstallation();
      if (body.setup_token === undefined) return;
      // A token can be guessed here as well as there, so it counts here as well.
      await requireAttempt({ address: clientInfo.address });
      await requireSetupToken(body.setup_token, { local: isLoopbackInstallation(request.headers) });
    },
  }),
});
