import { completeSetup } from "@/domain/setup/setup";
import { makeFirstSetupToken } from "@/domain/setup/setup-token";
import { register } from "@/domain/sign-in/register";
import { Problem } from "@/lib/errors";
import { useCheapHashing as hashCheaply } from "./cheap-hashing";

// A second instance of the product, as far as the domain goes: a process of its own that does what it is told, each
// argument at the same moment, and tells what came of them.

const VISIT = { address: null, userAgent: null, traceId: "0".repeat(32) };
const PASSWORD = "a lantern on the quay";

const CALLS = {
  completeSetup: (name: string, setup_token?: string) =>
    completeSetup(
      {
        organization_name: `Organization of ${name}`,
        admin_email: `${name}@example.com`,
        admin_password: PASSWORD,
        admin_username: name,
        setup_token,
      },
      { clientInfo: VISIT, local: setup_token === undefined },
    ),
  register: (name: string) =>
    register({ email: `${name}@example.com`, username: name, password: PASSWORD }, VISIT),
  makeFirstSetupToken: (_name: string) => makeFirstSetupToken(),
};

export type Order = { call: keyof typeof CALLS; names: string[] };

/** What each call answered; the code of the problem where it threw one. */
export type Results = unknown[];

hashCheaply();
process.on("message", async ({ call, names }: Order) => {
  const results = await Promise.all(
    names.map((name) =>
      CALLS[call](name).catch((error: unknown) => (error instanceof Problem ? error.code : String(error))),
    ),
  );
  process.send?.(results);
});
process.send?.("ready");
