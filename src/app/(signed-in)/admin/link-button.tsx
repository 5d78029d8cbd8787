"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { AlertDialog } from "../alert-dialog";
import { askApi } from "../ask-api";
import type { ConfirmationStrings } from "../confirmed-write";
import { LinkResult, type LinkResultStrings } from "./link-result";

export type LinkStrings = ConfirmationStrings & { result: LinkResultStrings; close: string };

type Making = {
  /** The API path that makes a link. */
  path: string;
  strings: LinkStrings;
};

type Props = Making & { /** The button that opens the dialog. */ children: ReactNode };

type DialogProps = Making & { open: boolean; onOpenChange: (open: boolean) => void; trigger?: ReactNode };

type Answer = { data?: { link?: string }; error?: { detail?: string } };

/** A button that makes a link after a confirmation. */
export function LinkButton({ children, ...making }: Props) {
  const [open, setOpen] = useState(false);
  return <LinkDialog {...making} open={open} onOpenChange={setOpen} trigger={children} />;
}

/** Makes a link once that is confirmed, and shows in the same place what became of it. */
export function LinkDialog({ path, strings, open, onOpenChange, trigger }: DialogProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();

  async function confirm() {
    setPending(true);
    const unreachable = { error: { detail: strings.unreachable } };
    setAnswer(await askApi<{ link?: string }>("POST", path).catch(() => unreachable));
    setPending(false);
  }

  function change(toOpen: boolean) {
    onOpenChange(toOpen);
    if (!toOpen && answer?.data) router.refresh();
    setAnswer(undefined);
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={strings.title}
      body={strings.body}
    >
      <p role="alert" className="text-destructive text-sm empty:hidden">
        {answer?.error && (answer.error.detail ?? strings.unreachable)}
      </p>
      {answer?.data && <LinkResult link={answer.data.link} strings={strings.result} />}
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{answer?.data ? strings.close : strings.cancel}</Button>
        </DialogClose>
        {!answer?.data && (
          <Button onClick={confirm} disabled={pending}>
            {strings.confirm}
          </Button>
        )}
      </DialogFooter>
    </AlertDialog>
  );
}
