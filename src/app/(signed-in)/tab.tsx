"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { Link } from "@/components/link";

type Props = { href: string /** Addresses that belong to it, too. */; also?: string; children: string };

export function Tab({ href, also, children }: Props) {
  const path = usePathname();
  const link = useRef<HTMLAnchorElement>(null);
  const current = path === href || (also !== undefined && path.startsWith(also));

  useEffect(() => {
    const { parentElement: tabs, offsetLeft, offsetWidth } = link.current!;
    // The row alone: scrollIntoView would move the page away from what its fragment names.
    if (current && tabs) tabs.scrollLeft = offsetLeft - (tabs.clientWidth - offsetWidth) / 2;
  }, [current]);

  return (
    <Link
      ref={link}
      href={href}
      aria-current={current ? "page" : undefined}
      className="-mb-px whitespace-nowrap border-transparent border-b-2 forced-colors:border-[Canvas] px-2 py-2.5 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground aria-[current]:border-ring aria-[current]:text-foreground sm:px-3.5"
    >
      {children}
    </Link>
  );
}
