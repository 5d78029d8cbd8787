"use client";

import type { ReactNode } from "react";
import type { Problems } from "@/components/form/problems";
import { ProviderForm } from "@/components/provider-form";
import { ProviderMark } from "@/components/provider-mark";
import { Button } from "@/components/ui/button";
import { Separator } from "@/components/ui/separator";
import { ReauthenticationForm, type ReauthenticationStrings } from "./reauthentication-form";

export type Ways = { password: boolean; providers: { id: string; name: string }[]; link: boolean };

type Props = {
  ways: Ways;
  strings: ReauthenticationStrings;
  /** Where the ways lead to that leave the page. */
  next: string;
  problems?: Problems;
  onDone: () => unknown;
  /** The buttons of the password's form. */
  submit: ReactNode;
  /** The one that gives up, where there is no such form. */
  cancel: ReactNode;
};

/** By what this person can prove again who they are: their password in place, all else by way of another page. */
export function ReauthenticationWays({ ways, strings, next, problems, onDone, submit, cancel }: Props) {
  const { password, providers, link } = ways;
  return (
    <div className="grid gap-5">
      {password && (
        <ReauthenticationForm strings={strings} next={next} problems={problems} onDone={onDone}>
          {submit}
        </ReauthenticationForm>
      )}
      {password && providers.length > 0 && (
        <div className="flex items-center gap-3 text-muted-foreground text-xs">
          <Separator className="flex-1" /> {strings.or} <Separator className="flex-1" />
        </div>
      )}
      {providers.map(({ id, name }) => (
        <ProviderForm key={id} provider={id} query={{ reauthenticate: "true", next }}>
          <Button type="submit" variant={password ? "outline" : "default"} className="w-full min-w-0 px-3">
            <ProviderMark of={id} />
            <span className="truncate">{strings.providers[id] ?? name}</span>
          </Button>
        </ProviderForm>
      ))}
      {link && <LinkRequest strings={strings} next={next} />}
      {!password && !link && providers.length === 0 && <SignOut strings={strings} next={next} />}
      {!password && cancel}
    </div>
  );
}

type FormProps = Pick<Props, "strings" | "next">;

function LinkRequest({ strings, next }: FormProps) {
  const sent = `/reauthenticate?${new URLSearchParams({ sent: "1", next })}`;
  return (
    <form method="post" action="/api/v1/auth/reauthentication-links" className="grid gap-4">
      <input type="hidden" name="next" value={sent} />
      <input type="hidden" name="destination" value={next} />
      <p className="text-pretty text-sm">{strings.linkHint}</p>
      <Button type="submit">{strings.sendLink}</Button>
    </form>
  );
}

/** A new sign-in is as good a proof. */
function SignOut({ strings, next }: FormProps) {
  return (
    <form method="post" action="/api/v1/auth/logout" className="grid gap-4">
      <input type="hidden" name="next" value={`/login?${new URLSearchParams({ next })}`} />
      <p className="text-pretty text-sm">{strings.none}</p>
      <Button type="submit">{strings.signOut}</Button>
    </form>
  );
}
