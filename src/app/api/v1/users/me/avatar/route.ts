import { z } from "zod";
import { removeAvatar, setAvatar } from "@/domain/avatars/avatar";
import { userAnswer } from "@/domain/users/answers";
import { endpoint } from "@/http/endpoint";
import { IMAGE_UPLOAD } from "@/http/images";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/users/me/avatar", {
  PUT: endpoint({
    summary: "Set my avatar",
    description: "The middle square of it, in 64 and 256 pixels, without animation and metadata.",
    tag: "Accounts",
    upload: IMAGE_UPLOAD,
    body: z.instanceof(Uint8Array),
    status: 200,
    answer: userAnswer,
    problems: ["INVALID_IMAGE"],
    handle: ({ caller, body, clientInfo }) => setAvatar({ owner: caller, bytes: body, clientInfo }),
  }),
  DELETE: endpoint({
    summary: "Remove my avatar",
    tag: "Accounts",
    status: 204,
    handle: ({ caller, clientInfo }) => removeAvatar({ owner: caller, clientInfo }),
  }),
});
