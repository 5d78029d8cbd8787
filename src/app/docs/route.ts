import { apiDocsPage } from "@/http/api-docs-page";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/docs", {
  GET: endpoint({
    summary: "The API, to be tried out",
    tag: "Service",
    public: true,
    unlisted: true,
    status: 200,
    handle: async ({ request }) =>
      apiDocsPage(request, {
        title: "API",
        at: "/docs",
        styles: ["/vendor/swagger-ui/swagger-ui.css"],
        scripts: ["/vendor/swagger-ui/swagger-ui-bundle.js", "/api-docs/swagger.js"],
      }),
  }),
});
