import postgres from "postgres";
import { databaseAddress } from "@/lib/database-address.mjs";
import { settings } from "@/lib/settings";

const RETRY_MS = 5_000;

export type Listener = { stop: () => Promise<void> };

/**
 * Calls back whenever something is notified on a channel, by a connection of its own that is made anew when it is lost.
 * Behind a pooler that hands connections from one to the next nothing may ever arrive, and no caller may count on it.
 */
export function listen(channel: string, onNotify: () => void): Listener {
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  const { DATABASE_URL, DATABASE_URL_DIRECT } = settings();
  const client = postgres({
    ...databaseAddress(DATABASE_URL_DIRECT ?? DATABASE_URL).options,
    max: 1,
    idle_timeout: undefined,
    max_lifetime: null,
    connect_timeout: 3,
    fetch_types: false,
    connection: { application_name: "gatehouse jobs" },
    onclose: subscribeLater,
    // The driver's own sql.listen() doesn't come back from an outage; this is what it stands on.
    ...{ onnotify: onNotify },
  });

  function subscribe() {
    client.unsafe(`listen ${channel}`).catch(subscribeLater);
  }

  function subscribeLater() {
    if (stopped) return;
    clearTimeout(retry);
    retry = setTimeout(subscribe, RETRY_MS).unref();
  }

  subscribe();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client.end({ timeout: 1 });
    },
  };
}
