"use client";

import { Menu } from "lucide";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Sheet, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from "@/components/ui/sheet";

type Props = {
  name: ReactNode;
  labels: Record<"navigation" | "open" | "close", string>;
  children: ReactNode;
};

/** The navigation on small screens. It closes after navigating. */
export function NavigationSheet({ name, labels, children }: Props) {
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === path;

  useEffect(() => {
    // Once the sidebar shows, there must not be two navigations.
    const wide = matchMedia("(width >= 48rem)");
    const close = () => setOpenOn(undefined);
    wide.addEventListener("change", close);
    return () => wide.removeEventListener("change", close);
  }, []);

  return (
    <Sheet open={open} onOpenChange={(toOpen) => setOpenOn(toOpen ? path : undefined)}>
      <SheetTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label={labels.open}
          className="-ml-2 md:hidden noscript:hidden"
        >
          <Icon of={Menu} className="size-5" />
        </Button>
      </SheetTrigger>
      <SheetContent side="left" closeLabel={labels.close} aria-describedby={undefined} className="bg-sidebar">
        <SheetHeader className="h-9 justify-center pr-10">
          <SheetTitle className="flex min-w-0 items-center gap-2.5">{name}</SheetTitle>
        </SheetHeader>
        <nav aria-label={labels.navigation} className="grid gap-3">
          {children}
        </nav>
      </SheetContent>
    </Sheet>
  );
}
