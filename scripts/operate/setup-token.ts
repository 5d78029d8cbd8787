import { replaceSetupToken, setupAddress } from "@/domain/setup/setup-token";
import { settings } from "@/lib/settings";
import { LaunchError } from "../launch/ground/failure.mjs";
import { operate } from "./operation";

// npm run setup-token: another setup token in place of one that was lost, and the address that takes it.

await operate(async () => {
  if (settings().SETUP_TOKEN !== undefined) {
    throw new LaunchError("The token is the setting SETUP_TOKEN; the server accepts no other one.", {
      todo: [`Open ${setupAddress("<SETUP_TOKEN>")}`],
    });
  }
  const token = await replaceSetupToken();
  if (token === null)
    throw new LaunchError("This installation is set up already; no token opens the setup again.");
  console.log(`The setup is open at\n\n  ${setupAddress(token)}\n\nTokens made before are void.`);
});
