import { userAnswer } from "@/domain/users/answers";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/auth/me", {
  GET: endpoint({
    summary: "Who is signed in",
    tag: "Accounts",
    status: 200,
    answer: userAnswer,
    handle: async ({ caller }) => caller.user,
  }),
});
