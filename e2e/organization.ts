import { expect, test as setup } from "@playwright/test";
import { ADMINISTRATOR } from "./fixtures";

// Runs before all other tests: most of them need an installation that is set up.

setup("the organization is there", async ({ request, baseURL }) => {
  const { is_complete } = await (await request.get("/api/v1/setup/status")).json();
  if (is_complete) return;
  const response = await request.post("/api/v1/setup/initialize", {
    headers: { origin: baseURL ?? "" },
    data: {
      organization_name: "Lantern & Sons",
      admin_email: ADMINISTRATOR.email,
      admin_password: ADMINISTRATOR.password,
      admin_full_name: "Greta Torwart",
    },
  });
  expect(response.status()).toBe(201);
});
