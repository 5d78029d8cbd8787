"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

export type CopyLinkStrings = Record<"label" | "copy" | "copied", string>;

/** A link that is shown this once, to be handed over. */
export function CopyLink({ link, strings }: { link: string; strings: CopyLinkStrings }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  }

  return (
    <div className="flex gap-2">
      <Input
        readOnly
        value={link}
        aria-label={strings.label}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 flex-1 font-mono text-xs"
      />
      <Button type="button" variant="outline" onClick={copy}>
        <span aria-live="polite">{copied ? strings.copied : strings.copy}</span>
      </Button>
    </div>
  );
}
