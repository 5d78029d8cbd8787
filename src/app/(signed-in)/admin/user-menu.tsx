"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { isolated } from "@/i18n/isolated";
import { WriteDialog } from "../confirmed-write";
import { LinkDialog } from "./link-button";
import type { UserMenuStrings } from "./user-menu-strings";

type Props = {
  user: { id: string; name: string; email: string; isActive: boolean };
  /** Whether it is one's own account, which is changed on its page, where it says what that means. */
  isSelf: boolean;
  /** Whether its person never had a way in: then the link is another invitation. */
  isNew: boolean;
  strings: UserMenuStrings;
  /** The icon of the button, rendered on the server. */
  children: ReactNode;
};

const WRITES = {
  disable: { method: "PATCH", under: "", body: { is_active: false } },
  enable: { method: "PATCH", under: "", body: { is_active: true } },
  end_sessions: { method: "DELETE", under: "/sessions", body: undefined },
  delete: { method: "DELETE", under: "", body: undefined },
} as const;

type LinkAction = "reset" | "invite";

type Action = keyof typeof WRITES | LinkAction;

/** What can be done with the account of a row, each after a confirmation. */
export function UserMenu({ user, isSelf, isNew, strings, children }: Props) {
  const [action, setAction] = useState<Action>();
  const path = `/api/v1/admin/users/${user.id}`;
  const actions: Action[] = user.isActive
    ? [isNew ? "invite" : "reset", "end_sessions", "disable"]
    : ["enable"];
  const close = (open: boolean) => !open && setAction(undefined);

  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={about(strings.menu)} className="noscript:hidden">
            {children}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <Link href={`/admin/users/${user.id}`} prefetch={false}>
              {strings.open}
            </Link>
          </DropdownMenuItem>
          {!isSelf && (
            <>
              <DropdownMenuSeparator />
              {actions.map((each) => (
                <DropdownMenuItem key={each} onSelect={() => setAction(each)}>
                  {strings[each].confirm}
                </DropdownMenuItem>
              ))}
              <DropdownMenuSeparator />
              <DropdownMenuItem variant="destructive" onSelect={() => setAction("delete")}>
                {strings.delete.confirm}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {action !== undefined && isLink(action) && (
        <LinkDialog
          open
          onOpenChange={close}
          path={`${path}/reset-link`}
          strings={{
            ...strings[action],
            title: about(strings[action].title),
            result: resultOf(strings[action].result),
          }}
        />
      )}
      {action !== undefined && !isLink(action) && (
        <WriteDialog
          open
          onOpenChange={close}
          method={WRITES[action].method}
          path={path + WRITES[action].under}
          body={WRITES[action].body}
          destructive={action !== "enable"}
          strings={{
            ...strings[action],
            title: about(strings[action].title),
            body: about(strings[action].body),
          }}
        />
      )}
    </>
  );

  function about(sentence: string) {
    return sentence.replaceAll("{name}", () => isolated(user.name));
  }

  function resultOf(result: UserMenuStrings["reset"]["result"]) {
    return { ...result, mailed: result.mailed.replace("{email}", () => user.email) };
  }
}

function isLink(action: Action): action is LinkAction {
  return action === "reset" || action === "invite";
}
