import { apiDocsPage } from "@/http/api-docs-page";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/redoc", {
  GET: endpoint({
    summary: "The API, to be read",
    tag: "Service",
    public: true,
    unlisted: true,
    status: 200,
    handle: async ({ request }) =>
      apiDocsPage(request, {
        title: "API reference",
        at: "/redoc",
        styles: [],
        scripts: ["/vendor/redoc/redoc.standalone.js", "/api-docs/redoc.js"],
      }),
  }),
});
