"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { AlertDialog } from "../alert-dialog";
import { askApi } from "../ask-api";
import type { ConfirmationStrings } from "../confirmed-write";
import { LinkResult, type LinkResultStrings } from "./link-result";

type Props = {
  /** The API path that makes a link. */
  path: string;
  strings: ConfirmationStrings & { result: LinkResultStrings; close: string };
  /** The button that opens the dialog. */
  children: ReactNode;
};

type Answer = { data?: { link?: string }; error?: { detail?: string } };

/** Makes a link after a confirmation, and shows in the same dialog what became of it. */
export function LinkButton({ path, strings, children }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();

  async function confirm() {
    setPending(true);
    const unreachable = { error: { detail: strings.unreachable } };
    setAnswer(await askApi<{ link?: string }>("POST", path).catch(() => unreachable));
    setPending(false);
  }

  function change(toOpen: boolean) {
    setOpen(toOpen);
    if (!toOpen && answer?.data) router.refresh();
    setAnswer(undefined);
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={change}
      trigger={children}
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
