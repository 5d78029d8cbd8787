import type { SessionOwner } from "@/domain/sessions/sessions";
import { inTurn, spend } from "@/http/budget";
import { requireCaller, requireVerifiedEmail } from "@/http/caller";

export type GraphqlContext = {
  /**
   * The gate: whoever needs to know for whom asks here, and without a live session nothing comes of it. `cost` is what the
   * field takes out of the caller's budget, as often as it is asked for.
   */
  requireCaller: (cost?: number) => Promise<SessionOwner>;
  inTurn: typeof inTurn;
};

/** Who is asking is found out once a request, however many fields want to know, and not at all where none does. */
export function createContext(headers: Headers): GraphqlContext {
  let caller: Promise<SessionOwner> | undefined;
  return {
    async requireCaller(cost = 1) {
      caller ??= requireCaller(headers);
      const owner = await caller;
      requireVerifiedEmail(owner);
      spend(owner.user.id, cost);
      return owner;
    },
    inTurn,
  };
}
