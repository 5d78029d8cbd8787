import { seedFirstAdmin } from "./first-admin";
import { operate } from "./operation";

// npm run seed:admin: makes the first administrator. Run it as often as you like.

await operate(async () => console.log(await seedFirstAdmin()));
