"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/link";

type Props = { href: string; icon: ReactNode; children: string };

/** In a collapsed sidebar, the label becomes a tooltip. */
export function NavLink({ href, icon, children }: Props) {
  const path = usePathname();
  const current = href === "/" ? path === "/" : path.startsWith(href);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className="group/link relative flex h-9 items-center gap-3 rounded-lg px-2.5 font-medium text-muted-foreground text-sm transition-colors before:absolute before:inset-y-2 before:-left-1 before:w-0.5 before:rounded-full hover:bg-accent/50 hover:text-foreground has-data-under-way:bg-accent/50 has-data-under-way:text-foreground aria-[current]:bg-accent aria-[current]:text-accent-foreground aria-[current]:before:bg-ring"
    >
      {icon}
      <span className="md:collapsed:pointer-events-none md:collapsed:absolute md:collapsed:left-full md:collapsed:z-30 md:collapsed:ml-2 md:collapsed:whitespace-nowrap md:collapsed:rounded-md md:collapsed:bg-foreground md:collapsed:px-2 md:collapsed:py-1 md:collapsed:text-background md:collapsed:text-xs md:collapsed:opacity-0 md:collapsed:group-hover/link:opacity-100 md:collapsed:group-focus-visible/link:opacity-100">
        {children}
      </span>
    </Link>
  );
}
