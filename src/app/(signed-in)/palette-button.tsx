"use client";

import { Search } from "lucide";
import { type ComponentType, useEffect, useState } from "react";
import { useGo } from "@/components/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { submitSignOut, useChangePreference } from "./account-actions";
import { gatehouse } from "./keep-session";
import type { PaletteDialogProps, PaletteProps } from "./palette/choice";

const ANY_DIALOG = "[role=dialog], [role=alertdialog], dialog[open]";

// Fetched when it is opened first: most pages are left without it.
const load = () => import("./palette/palette-dialog").catch(() => null);

export function PaletteButton(props: PaletteProps) {
  const { shortcut, strings } = props;
  const { go, underWay } = useGo();
  const change = useChangePreference();
  const [open, setOpen] = useState(false);
  const [Dialog, setDialog] = useState<ComponentType<PaletteDialogProps>>();

  async function show() {
    const loaded = await load();
    if (!loaded) return;
    setDialog(() => loaded.PaletteDialog);
    setOpen(true);
  }

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || !isShortcut(event, shortcut)) return;
      event.preventDefault();
      if (open) setOpen(false);
      else if (!document.querySelector(ANY_DIALOG)) void show();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return (
    <>
      <Button
        variant="outline"
        size="sm"
        aria-label={strings.title}
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcut === "⌘K" ? "Meta+K" : "Control+K"}
        onClick={show}
        onPointerEnter={load}
        className="text-muted-foreground max-sm:w-8 max-sm:border-transparent max-sm:bg-transparent max-sm:px-0 max-sm:shadow-none noscript:hidden"
      >
        <Icon of={Search} />
        <span className="max-sm:hidden">{strings.open}</span>
        <kbd className="font-sans text-xs max-sm:hidden pointer-coarse:hidden">{shortcut}</kbd>
      </Button>
      {open && Dialog && (
        <Dialog
          {...props}
          client={gatehouse}
          actions={{ go, change, signOut: submitSignOut }}
          onClose={() => setOpen(false)}
        />
      )}
      {underWay}
    </>
  );
}

/** Where the keyboard has no Latin letters, it is the key that counts, not what it writes. */
function isShortcut(event: KeyboardEvent, shortcut: PaletteProps["shortcut"]) {
  const { key, code, metaKey, ctrlKey, altKey, shiftKey } = event;
  const held = shortcut === "⌘K" ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  const isK = key.toLowerCase() === "k" || (code === "KeyK" && !/^[a-z]$/i.test(key));
  return held && isK && !altKey && !shiftKey;
}
