import { reauthenticationFormSchema, reauthenticationSchema } from "@/domain/profile/inputs";
import { reauthenticate } from "@/domain/profile/reauthentication";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/reauthentication", {
  POST: endpoint({
    summary: "Prove by the password who uses this session",
    description:
      "For ten minutes the session may then do what makes it lasting: everything that answers REAUTHENTICATION_REQUIRED without.",
    unverified: true,
    tag: "Sessions",
    limit: "attempts",
    body: reauthenticationSchema,
    form: { schema: reauthenticationFormSchema, page: "/reauthenticate" },
    status: 204,
    problems: ["WRONG_PASSWORD"],
    handle: ({ caller, body, clientInfo }) =>
      reauthenticate({ owner: caller, password: body.password, clientInfo }),
  }),
});
