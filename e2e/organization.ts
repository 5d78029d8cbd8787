import { ADMINISTRATOR, expect, test as setup, signIn } from "./fixtures";
import { PAGES } from "./pages";

// Runs before all other tests: most of them need an installation that is set up.

setup(
  "the organization is there, and every page has been made once",
  async ({ context, request, baseURL }) => {
    const { is_complete } = await (await request.get("/api/v1/setup/status")).json();
    if (!is_complete) {
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
    }
    // Whatever a page loads when it is asked for first may take longer on a busy machine than a page may.
    await signIn(context, ADMINISTRATOR);
    for (const path of PAGES)
      await expect(async () => {
        for (const visitor of [request, context.request])
          expect((await visitor.get(path)).status(), path).toBeLessThan(500);
      }).toPass({ timeout: 60_000 });
  },
);
