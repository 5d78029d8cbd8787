import { endpoint } from "@/http/endpoint";
import { seeOther } from "@/http/form-state";
import { route } from "@/http/route";

/** Where password managers send people (W3C, "A Well-Known URL for Changing Passwords"); who isn't signed in does that first. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/.well-known/change-password", {
  GET: endpoint({
    summary: "Where a password is changed",
    tag: "Accounts",
    public: true,
    unlisted: true,
    status: 303,
    handle: async () => seeOther("/settings/security"),
  }),
});
