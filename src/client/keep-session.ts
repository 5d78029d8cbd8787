import type { Renewal } from "./renewal";

export type Keeper = {
  /** The person signed out: all tabs go to sign in. */
  signedOut: () => void;
  /** The session ended by itself or from elsewhere: all tabs are told. */
  ended: () => void;
  /** The person signed in again. */
  resumed: (lifetime: { expiresInSeconds: number }) => void;
  stop: () => void;
};

type Options = {
  expiresInSeconds: number;
  /** Whether a session that nobody uses ends: then only a tab that somebody uses renews it. */
  onlyWhenUsed?: boolean;
  renew: () => Promise<Renewal>;
  /** Away from what only someone signed in may see; to come back to it, unless it was left on purpose. */
  leave: (how: "on purpose" | "for now") => void;
  /** The session has ended, or is there again: what is on the page may stay. */
  onChange: (state: "ended" | "live") => void;
};

type Message = { kind: "renewed"; expiresInSeconds: number } | { kind: "signed-out" } | { kind: "ended" };

const CHANNEL = "gatehouse.session";
const MARGIN_SECONDS = 60;
const RETRY_SECONDS = 30;
const USES = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/**
 * Renews the session shortly before its access token expires, while the tab is visible, and keeps the browser's tabs in
 * sync: one renewal serves all tabs, and signing out of one signs out of all.
 */
export function keepSession(options: Options): Keeper {
  const { expiresInSeconds, onlyWhenUsed = false, renew, leave, onChange } = options;
  const channel = new BroadcastChannel(CHANNEL);
  let dueAt = 0;
  let isUsed = true;
  let timer: ReturnType<typeof setTimeout>;

  function holdFor(seconds: number) {
    dueIn(seconds - Math.min(MARGIN_SECONDS, seconds / 3));
  }

  function dueIn(seconds: number) {
    dueAt = Date.now() + seconds * 1000;
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    const isWanted = isUsed || !onlyWhenUsed;
    if (document.visibilityState === "visible" && Number.isFinite(dueAt) && isWanted)
      timer = setTimeout(renewNow, Math.max(dueAt - Date.now(), 0));
  }

  function noteUse() {
    if (isUsed) return;
    isUsed = true;
    schedule();
  }

  async function renewNow() {
    isUsed = false;
    const renewal = await renew();
    if (renewal === "unknown") return dueIn(RETRY_SECONDS);
    if (renewal === "ended") return ended();
    holdFor(renewal.expiresInSeconds);
    report({ kind: "renewed", ...renewal });
  }

  function signedOut() {
    report({ kind: "signed-out" });
    leave("on purpose");
  }

  function ended() {
    report({ kind: "ended" });
    stopRenewing();
  }

  function stopRenewing() {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    onChange("ended");
  }

  function resumed(lifetime: { expiresInSeconds: number }) {
    holdFor(lifetime.expiresInSeconds);
    report({ kind: "renewed", ...lifetime });
    onChange("live");
  }

  function report(message: Message) {
    channel.postMessage(message);
  }

  function reloadIfRestored({ persisted }: PageTransitionEvent) {
    // Restored from the back-forward cache: only the server knows whether it may still be shown.
    if (persisted) location.reload();
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "signed-out") return leave("for now");
    if (data.kind === "ended") return stopRenewing();
    holdFor(data.expiresInSeconds);
    onChange("live");
  };
  document.addEventListener("visibilitychange", schedule);
  for (const use of USES) document.addEventListener(use, noteUse, { passive: true });
  addEventListener("pageshow", reloadIfRestored);
  holdFor(expiresInSeconds);

  return {
    signedOut,
    ended,
    resumed,
    stop() {
      clearTimeout(timer);
      channel.close();
      document.removeEventListener("visibilitychange", schedule);
      for (const use of USES) document.removeEventListener(use, noteUse);
      removeEventListener("pageshow", reloadIfRestored);
    },
  };
}
