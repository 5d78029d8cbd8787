"use client";

import { enter } from "@/app/(public)/enter";
import type { Problems } from "@/components/form/problems";
import { Button } from "@/components/ui/button";
import type { ReauthenticationStrings } from "../reauthentication-form";
import { ReauthenticationWays, type Ways } from "../reauthentication-ways";

type Props = { ways: Ways; strings: ReauthenticationStrings; next: string; problems: Problems };

export function ReauthenticatePage({ ways, strings, next, problems }: Props) {
  const cancel = (
    <Button variant="outline" asChild>
      <a href={next}>{strings.cancel}</a>
    </Button>
  );
  return (
    <ReauthenticationWays
      ways={ways}
      strings={strings}
      next={next}
      problems={problems}
      onDone={() => enter(next)}
      submit={
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{strings.submit}</Button>
          {cancel}
        </div>
      }
      cancel={<div>{cancel}</div>}
    />
  );
}
