import { useEffect, useRef, useState } from "react";

const KEPT_AS = "gatehouse.shortcuts";
const TYPING =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog[open] *, [role=dialog] *";

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single keys that do something: never while somebody types, in a dialog, or holds another key for the browser. They can
 * be turned off, for those whose voice or hands send keys they don't mean (WCAG 2.1.4).
 */
export function useShortcuts(shortcuts: Shortcuts) {
  // Off until it is known whether they are wanted.
  const [on, setOn] = useState(false);
  const current = useRef(shortcuts);

  useEffect(() => {
    current.current = shortcuts;
  });

  useEffect(() => setOn(localStorage.getItem(KEPT_AS) !== "off"), []);

  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey, defaultPrevented, isComposing } = event;
      if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing) return;
      if (!(target instanceof Element) || target.closest(TYPING)) return;
      current.current[key]?.(event);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  function turn(on: boolean) {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
    setOn(on);
  }

  return { on, turn };
}
