import { BRAND } from "@/brand";
import { closeDatabase } from "@/db/pool";
import { replaceSetupToken, setupAddress } from "@/domain/setup/setup-token";
import { settings } from "@/lib/settings";

// gatehouse welcome: the last that `docker compose up` says.

const { APP_URL, SETUP_TOKEN } = settings();

console.log(await welcome());
await closeDatabase();

async function welcome() {
  const token = await replaceSetupToken();
  if (token === null) return `${BRAND.name} runs at ${APP_URL}`;
  // One that is set stands where whoever reads this has set it.
  const address = setupAddress(SETUP_TOKEN === undefined ? token : "<SETUP_TOKEN>");
  return [
    `${BRAND.name} runs. Until it is set up, its first administrator is made at\n\n  ${address}\n`,
    "To see this again: docker compose logs welcome",
    "For another token:  docker compose exec app gatehouse setup-token",
  ].join("\n");
}
