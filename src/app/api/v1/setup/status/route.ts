import { z } from "zod";
import { getSetupStatus } from "@/domain/setup/setup";
import { endpoint } from "@/http/endpoint";
import { isLoopbackInstallation } from "@/http/loopback";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/setup/status", {
  GET: endpoint({
    summary: "Whether this installation is set up",
    tag: "Setup",
    public: true,
    status: 200,
    answer: z.object({ is_complete: z.boolean(), requires_token: z.boolean() }).meta({ id: "SetupStatus" }),
    handle: ({ request }) => getSetupStatus({ local: isLoopbackInstallation(request.headers) }),
  }),
});
