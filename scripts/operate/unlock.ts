import { findUserId, unlockUser } from "@/domain/administration/unlock-user";
import { closeRedis } from "@/lib/redis";
import { traceIdFrom } from "@/lib/trace-id.mjs";
import { LaunchError } from "../launch/ground/failure.mjs";
import { operate } from "./operation";

// npm run unlock -- <email or username>: for whoever has to wait because others have guessed at their password.

await operate(async () => {
  const [name] = process.argv.slice(2);
  if (!name) throw new LaunchError("Whom?", { todo: ["npm run unlock -- <email or username>"] });
  const userId = await findUserId(name);
  if (userId === null) throw new LaunchError(`There is no account of ${name}.`);
  const clientInfo = { address: null, userAgent: null, traceId: traceIdFrom(null) };
  await unlockUser({ actorId: null, userId, clientInfo });
  await closeRedis();
  console.log(`${name} can sign in at once. Wrong guesses count from zero again.`);
});
