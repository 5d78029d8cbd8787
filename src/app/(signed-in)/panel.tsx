import { ArrowRight, type IconNode } from "lucide";
import type { ReactNode } from "react";
import { Link } from "@/components/link";
import { Card, CardHeader } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";

type PanelProps = {
  title: string;
  more?: { href: string; label: string };
  className?: string;
  children: ReactNode;
};

export function Panel({ title, more, className = "", children }: PanelProps) {
  return (
    <Card className={className}>
      <CardHeader>
        <h2 className="font-semibold text-[0.9375rem]">{title}</h2>
        {more && (
          <Link
            href={more.href}
            className="flex min-h-6 items-center gap-1.5 rounded-sm text-muted-foreground text-sm hover:text-foreground"
          >
            {more.label} <Icon of={ArrowRight} className="size-3.5" />
          </Link>
        )}
      </CardHeader>
      {children}
    </Card>
  );
}

type FigureProps = {
  icon: IconNode;
  label: string;
  detail?: string | null;
  href?: string;
  /** Highlights a value that needs attention. */
  alarming?: boolean;
  children: ReactNode;
};

/** A single number with a label. */
export function Figure({ icon, label, detail, href, alarming = false, children }: FigureProps) {
  const body = (
    <>
      <span className="flex items-center gap-2 text-muted-foreground text-sm">
        <Icon of={icon} /> {label}
      </span>
      <span
        className={`mt-auto block pt-2 font-semibold text-xl tracking-tight ${alarming ? "text-destructive" : ""}`}
      >
        {children}
      </span>
      {detail && <span className="mt-1 block text-muted-foreground text-sm">{detail}</span>}
    </>
  );
  return href ? (
    <Card className="transition-colors hover:border-input">
      <Link href={href} className="flex h-full flex-col rounded-xl p-5">
        {body}
      </Link>
    </Card>
  ) : (
    <Card className="p-5">{body}</Card>
  );
}

type HintProps = { icon: IconNode; href: string; title: string; body: string; className?: string };

/** Suggests what to do next. */
export function Hint({ icon, href, title, body, className = "" }: HintProps) {
  return (
    <Link
      href={href}
      className={`flex items-center gap-4 rounded-xl border p-5 text-sm transition-colors ${className}`}
    >
      <Icon of={icon} className="size-5 text-muted-foreground" />
      <span className="mr-auto">
        <span className="block font-medium">{title}</span>
        <span className="text-muted-foreground">{body}</span>
      </span>
      <Icon of={ArrowRight} />
    </Link>
  );
}
