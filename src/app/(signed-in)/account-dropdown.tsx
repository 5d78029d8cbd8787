"use client";

import type { ReactNode } from "react";
import { LANGUAGE_NAMES } from "@/components/language-names";
import { Link, useGo } from "@/components/link";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Locale } from "@/i18n/locale";
import { submitSignOut, useChangePreference } from "./account-actions";

type Props = {
  person: { name: string; email: string };
  avatar: ReactNode;
  locale: Locale;
  theme: string;
  themes: { value: string; label: string; icon: ReactNode }[];
  labels: Record<"menu" | "settings" | "signOut" | "language" | "theme", string>;
  icons: Record<"settings" | "signOut", ReactNode>;
};

export function AccountDropdown({ person, avatar, locale, theme, themes, labels, icons }: Props) {
  const change = useChangePreference();
  const { go, underWay } = useGo();

  // The menu is closed before the page is there, and with it the link.
  function goBeyond(event: { preventDefault: () => void }) {
    event.preventDefault();
    go("/settings");
  }

  return (
    <DropdownMenu modal={false}>
      {underWay}
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={labels.menu}
          className="rounded-full noscript:hidden"
        >
          {avatar}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-64">
        <div className="px-2.5 py-1.5 text-sm">
          <p dir="auto" className="truncate font-medium">
            {person.name}
          </p>
          <p className="truncate text-muted-foreground text-xs">{person.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/settings" onNavigate={goBeyond}>
            {icons.settings} {labels.settings}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{labels.language}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(value) => change("locale", value)}
          aria-label={labels.language}
        >
          {Object.entries(LANGUAGE_NAMES).map(([value, name]) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {name}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{labels.theme}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={theme}
          onValueChange={(value) => change("theme", value)}
          aria-label={labels.theme}
        >
          {themes.map(({ value, label, icon }) => (
            <DropdownMenuRadioItem key={value} value={value}>
              {icon} {label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={submitSignOut}>
          {icons.signOut} {labels.signOut}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
