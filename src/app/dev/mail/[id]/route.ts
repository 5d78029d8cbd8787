import { z } from "zod";
import { endpoint } from "@/http/endpoint";
import { requireKeptMail } from "@/http/kept-mail";
import { route } from "@/http/route";
import { keptMailPage } from "../kept-mail-page";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/dev/mail/{id}", {
  GET: endpoint({
    summary: "A mail that wasn't sent",
    tag: "Service",
    public: true,
    unlisted: true,
    params: z.object({ id: z.guid() }),
    status: 200,
    problems: ["NOT_FOUND"],
    handle: async ({ request, params: { id } }) => keptMailPage(await requireKeptMail(request.headers, id)),
  }),
});
