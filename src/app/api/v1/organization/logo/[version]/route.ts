import { z } from "zod";
import { imageQuerySchema } from "@/domain/images/inputs";
import { readLogo } from "@/domain/organization/logo";
import { endpoint } from "@/http/endpoint";
import { imageResponse, webpAnswer } from "@/http/images";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/organization/logo/{version}", {
  GET: endpoint({
    summary: "The organization's logo",
    description: "At the address that `logo_url` names.",
    public: true,
    tag: "Service",
    params: z.object({ version: z.uuid() }),
    query: imageQuerySchema,
    status: 200,
    otherAnswers: [webpAnswer],
    async handle({ params: { version }, query: { size } }) {
      return imageResponse(await readLogo(version, size), { shared: true });
    },
  }),
});
