import { z } from "zod";
import { readAvatar } from "@/domain/avatars/avatar";
import { imageQuerySchema } from "@/domain/images/inputs";
import { endpoint } from "@/http/endpoint";
import { imageResponse, webpAnswer } from "@/http/images";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/{id}/avatar/{version}", {
  GET: endpoint({
    summary: "Somebody's avatar",
    description: "At the address that `avatar_url` names.",
    tag: "Accounts",
    params: z.object({ id: z.guid(), version: z.uuid() }),
    query: imageQuerySchema,
    status: 200,
    otherAnswers: [webpAnswer],
    async handle({ params: { id, version }, query: { size } }) {
      return imageResponse(await readAvatar({ userId: id, version }, size), { shared: false });
    },
  }),
});
