import { reauthenticationWaysAnswer } from "@/domain/reauthentication/answers";
import { reauthenticate } from "@/domain/reauthentication/by-password";
import { reauthenticationFormSchema, reauthenticationSchema } from "@/domain/reauthentication/inputs";
import { getReauthenticationWays } from "@/domain/reauthentication/ways";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/reauthentication", {
  GET: endpoint({
    summary: "By what I can prove that this session is mine",
    description:
      "A browser proves by a provider by an HTML form that is posted to its `sign_in_path`, with `&next=` for where to go then. `link` is POST /api/v1/auth/reauthentication-links. Who has none of them signs in again.",
    unverified: true,
    tag: "Sessions",
    status: 200,
    answer: reauthenticationWaysAnswer,
    async handle({ caller: { user } }) {
      const { password, providers, link } = await getReauthenticationWays(user.id);
      const pathOf = (id: string) => `/api/auth/signin/${id}?reauthenticate=true`;
      return {
        password,
        providers: providers.map(({ id, name }) => ({ id, name, sign_in_path: pathOf(id) })),
        link,
      };
    },
  }),
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
