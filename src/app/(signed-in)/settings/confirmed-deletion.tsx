"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { sendJson } from "@/client/send-json";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";

type Props = {
  /** What is deleted, by its address in the API. */
  path: string;
  strings: Record<"title" | "body" | "confirm" | "cancel" | "unreachable", string>;
  /** The button that asks for it. */
  children: ReactNode;
};

/** Deletes what `path` names, once someone has said twice that they mean it, and shows the page as it is then. */
export function ConfirmedDeletion({ path, strings, children }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function confirm() {
    setPending(true);
    setFailure(undefined);
    const response = await sendJson("DELETE", path).catch(() => null);
    setPending(false);
    // Gone already is as good.
    if (!response?.ok && response?.status !== 404) return setFailure(strings.unreachable);
    setOpen(false);
    router.refresh();
  }

  return (
    <AlertDialog open={open} onOpenChange={setOpen}>
      <AlertDialogTrigger asChild>{children}</AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{strings.title}</AlertDialogTitle>
          <AlertDialogDescription>{strings.body}</AlertDialogDescription>
        </AlertDialogHeader>
        <p role="alert" className="text-destructive text-sm empty:hidden">
          {failure}
        </p>
        <AlertDialogFooter>
          <AlertDialogCancel asChild>
            <Button variant="outline">{strings.cancel}</Button>
          </AlertDialogCancel>
          <Button variant="destructive" onClick={confirm} disabled={pending}>
            {strings.confirm}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
