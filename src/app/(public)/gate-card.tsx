import type { ReactNode } from "react";
import { Logo } from "@/components/logo";
import { Card } from "@/components/ui/card";

type Props = {
  title: string;
  lead?: ReactNode;
  /** The organization's, where it has one. */
  logo?: string | null;
  children: ReactNode;
  below?: ReactNode;
};

/** The card of a public page, with its heading above and a link to the alternative below. */
export function GateCard({ title, lead, logo, children, below }: Props) {
  return (
    <>
      <header className="mb-7 flex flex-col items-center text-center">
        <Logo url={logo} className="mb-5 size-12" />
        <h1 className="wrap-anywhere font-semibold text-2xl">{title}</h1>
        {lead && <p className="mt-1.5 text-balance text-muted-foreground text-sm">{lead}</p>}
      </header>
      <Card className="p-6 shadow-card sm:p-8">{children}</Card>
      {below && <p className="mt-6 text-center text-muted-foreground text-sm">{below}</p>}
    </>
  );
}

/** A plain link: between public pages, the router's script would cost more than a page load. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="font-medium text-foreground underline decoration-input underline-offset-4 hover:decoration-current"
    >
      {children}
    </a>
  );
}
