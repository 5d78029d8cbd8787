"use client";

import { CopyLink, type CopyLinkStrings } from "./copy-link";

export type LinkResultStrings = {
  /** Where a mail is on its way. */
  mailed: string;
  handOver: string;
  copy: CopyLinkStrings;
};

/** What became of a link: mailed, or here to be handed over. */
export function LinkResult({ link, strings }: { link: string | undefined; strings: LinkResultStrings }) {
  return (
    <div role="status" className="grid gap-2.5 text-sm">
      <p className="wrap-anywhere">{link === undefined ? strings.mailed : strings.handOver}</p>
      {link !== undefined && <CopyLink link={link} strings={strings.copy} />}
    </div>
  );
}
