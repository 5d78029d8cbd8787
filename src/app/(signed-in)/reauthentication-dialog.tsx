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
import { ReauthenticationForm, type ReauthenticationStrings } from "./reauthentication-form";

type Props = { strings: ReauthenticationStrings; onClose: (isProven: boolean) => void };

export default function ReauthenticationDialog({ strings, onClose }: Props) {
  return (
    <Dialog open onOpenChange={() => onClose(false)}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{strings.lead}</DialogDescription>
        </DialogHeader>
        <ReauthenticationForm strings={strings} onDone={() => onClose(true)}>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{strings.cancel}</Button>
            </DialogClose>
            <Button type="submit">{strings.submit}</Button>
          </DialogFooter>
        </ReauthenticationForm>
      </DialogContent>
    </Dialog>
  );
}
