import { createRescueLink } from "@/domain/administration/create-user";
import { LaunchError } from "../launch/ground/failure.mjs";
import { operate } from "./operation";

// npm run reset-link -- <email>: a way back in for whoever is locked out, an administrator included, and without mail.

await operate(async () => {
  const email = process.argv[2];
  if (email === undefined)
    throw new LaunchError("Whose password is to be reset?", {
      todo: ["npm run reset-link -- ada@example.com"],
    });
  const made = await createRescueLink(email);
  if (made === null) throw new LaunchError(`There is no active account with the email ${email}.`);
  const minutes = Math.round((made.expires_at.getTime() - Date.now()) / 60_000);
  console.log(`This link sets a new password. It works once, for ${minutes} minutes:\n\n  ${made.link}\n`);
});
