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

export type ConfirmationStrings = Record<"title" | "body" | "confirm" | "cancel" | "unreachable", string>;

type Props = {
  method?: "DELETE" | "PATCH";
  /** What is written to, by its address in the API. */
  path: string;
  body?: unknown;
  /** Whether it takes something away. */
  destructive?: boolean;
  strings: ConfirmationStrings;
  /** The button that asks for it. */
  children: ReactNode;
};

/** Writes to the API once someone has said twice that they mean it, and shows the page as it is then. */
export function ConfirmedWrite({
  method = "DELETE",
  path,
  body,
  destructive = true,
  strings,
  children,
}: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function confirm() {
    setPending(true);
    setFailure(undefined);
    const response = await sendJson(method, path, body).catch(() => null);
    // Gone already is as good as ended now.
    const done = response?.ok || (method === "DELETE" && response?.status === 404);
    if (!done) setFailure((await reasonIn(response)) ?? strings.unreachable);
    setPending(false);
    if (!done) return;
    setOpen(false);
    router.refresh();
  }

  function change(toOpen: boolean) {
    setFailure(undefined);
    setOpen(toOpen);
  }

  return (
    <AlertDialog open={open} onOpenChange={change}>
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
          <Button variant={destructive ? "destructive" : "default"} onClick={confirm} disabled={pending}>
            {strings.confirm}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}

/** What the API says of a request that was understood and refused. */
async function reasonIn(response: Response | null): Promise<string | undefined> {
  if (response === null || response.status >= 500) return undefined;
  const problem: { detail?: string } | null = await response.json().catch(() => null);
  return problem?.detail;
}
