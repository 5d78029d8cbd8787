"use client";

import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import type { ReauthenticationStrings } from "./reauthentication-form";
import { ReauthenticationWays, type Ways } from "./reauthentication-ways";

type Props = { ways: Ways; strings: ReauthenticationStrings; onClose: (isProven: boolean) => void };

export default function ReauthenticationDialog({ ways, strings, onClose }: Props) {
  const cancel = (
    <DialogClose asChild>
      <Button variant="outline">{strings.cancel}</Button>
    </DialogClose>
  );
  return (
    <Dialog open onOpenChange={() => onClose(false)}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{ways.password ? strings.lead : strings.otherLead}</DialogDescription>
        </DialogHeader>
        <ReauthenticationWays
          ways={ways}
          strings={strings}
          next={location.pathname + location.search}
          onDone={() => onClose(true)}
          submit={
            <DialogFooter>
              {cancel}
              <Button type="submit">{strings.submit}</Button>
            </DialogFooter>
          }
          cancel={<DialogFooter>{cancel}</DialogFooter>}
        />
      </DialogContent>
    </Dialog>
  );
}
