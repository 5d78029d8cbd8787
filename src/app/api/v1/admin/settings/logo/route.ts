import { z } from "zod";
import { organizationAnswer } from "@/domain/organization/answers";
import { removeLogo, setLogo } from "@/domain/organization/logo";
import { endpoint, FRESH_SECONDS } from "@/http/endpoint";
import { IMAGE_UPLOAD } from "@/http/images";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/admin/settings/logo", {
  PUT: endpoint({
    summary: "Set the organization's logo",
    description: "Whole, within 64 and 256 pixels, without animation and metadata.",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    upload: IMAGE_UPLOAD,
    body: z.instanceof(Uint8Array),
    status: 200,
    answer: organizationAnswer,
    problems: ["INVALID_IMAGE"],
    handle: ({ caller, body, clientInfo }) => setLogo({ actorId: caller.user.id, bytes: body, clientInfo }),
  }),
  DELETE: endpoint({
    summary: "Remove the organization's logo",
    tag: "Administration",
    role: "admin",
    fresh: FRESH_SECONDS,
    status: 204,
    handle: ({ caller, clientInfo }) => removeLogo({ actorId: caller.user.id, clientInfo }),
  }),
});
