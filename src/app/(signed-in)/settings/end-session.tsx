"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
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
import { gatehouse } from "../session-keeper";

type Props = {
  /** One session; without it all others. */
  sessionId?: string;
  strings: Record<"title" | "body" | "confirm" | "cancel" | "unreachable", string>;
  /** The button that asks for it. */
  children: ReactNode;
};

/** Ends a session or all others, once someone has said twice that they mean it, and shows the page as it is then. */
export function EndSession({ sessionId, strings, children }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function confirm() {
    setPending(true);
    setFailure(undefined);
    const answer = await end(sessionId).catch(() => null);
    setPending(false);
    // Gone already is as good.
    if (!answer?.response.ok && answer?.response.status !== 404) return setFailure(strings.unreachable);
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

function end(id: string | undefined) {
  if (id === undefined) return gatehouse.DELETE("/api/v1/auth/sessions");
  return gatehouse.DELETE("/api/v1/auth/sessions/{id}", { params: { path: { id } } });
}
