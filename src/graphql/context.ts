import type { SessionOwner } from "@/domain/sessions/sessions";
import { requireCaller } from "@/http/caller";

export type GraphqlContext = {
  /** The gate: whoever needs to know for whom asks here, and without a live session nothing comes of it. */
  requireCaller: () => Promise<SessionOwner>;
};

/** Who is asking is found out once a request, however many fields want to know, and not at all where none does. */
export function createContext(headers: Headers): GraphqlContext {
  let caller: Promise<SessionOwner> | undefined;
  return {
    requireCaller() {
      caller ??= requireCaller(headers);
      return caller;
    },
  };
}
