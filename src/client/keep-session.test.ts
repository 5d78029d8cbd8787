import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepSession } from "./keep-session";

const LIFETIME_SECONDS = 900;
const LIFETIME_MS = LIFETIME_SECONDS * 1000;

class TabDocument extends EventTarget {
  visibilityState: "visible" | "hidden" = "visible";
}

let tab: TabDocument;
const renew = vi.fn(async () => ({ expiresInSeconds: LIFETIME_SECONDS }));

beforeEach(() => {
  vi.useFakeTimers();
  renew.mockClear();
  tab = new TabDocument();
  vi.stubGlobal("document", tab);
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("removeEventListener", vi.fn());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function keep(onlyWhenUsed: boolean) {
  const keeper = keepSession({
    ...{ expiresInSeconds: LIFETIME_SECONDS, onlyWhenUsed, renew },
    leave: () => {},
    onChange: () => {},
  });
  return { [Symbol.dispose]: keeper.stop };
}

describe("the session of a visible tab", () => {
  it("is renewed again and again where sessions don't end for idleness", async () => {
    using _keeper = keep(false);
    await vi.advanceTimersByTimeAsync(3 * LIFETIME_MS);
    expect(renew).toHaveBeenCalledTimes(3);
  });

  it("is renewed once where they do, and then rests until somebody uses the tab", async () => {
    using _keeper = keep(true);
    await vi.advanceTimersByTimeAsync(3 * LIFETIME_MS);
    expect(renew).toHaveBeenCalledTimes(1);
    tab.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(LIFETIME_MS);
    expect(renew).toHaveBeenCalledTimes(1);
    tab.dispatchEvent(new Event("keydown"));
    await vi.advanceTimersByTimeAsync(0);
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it.each(["pointerdown", "keydown", "wheel", "touchmove"])("stays alive by %s", async (use) => {
    using _keeper = keep(true);
    for (let minutes = 0; minutes < 60; minutes++) {
      tab.dispatchEvent(new Event(use));
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(renew).toHaveBeenCalledTimes(4);
  });

  it("waits while nobody sees it", async () => {
    using _keeper = keep(false);
    tab.visibilityState = "hidden";
    tab.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(3 * LIFETIME_MS);
    expect(renew).not.toHaveBeenCalled();
  });
});
