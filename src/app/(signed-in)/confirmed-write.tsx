"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { gatehouse } from "./keep-session";

export type ConfirmationStrings = Record<"title" | "body" | "confirm" | "cancel" | "unreachable", string>;

type Props = {
  method?: "DELETE" | "PATCH" | "POST";
  /** The API path to write to. */
  path: string;
  body?: unknown;
  /** Styles the confirmation as a warning. */
  destructive?: boolean;
  /** The page to go to afterwards, when nothing is left of this one. */
  after?: string;
  strings: ConfirmationStrings;
  /** The button that opens the dialog. */
  children: ReactNode;
};

/** Writes to the API after a confirmation, then refreshes the page. */
export function ConfirmedWrite({
  method = "DELETE",
  path,
  body,
  destructive = true,
  after,
  strings,
  children,
}: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    setPending(true);
    setError(undefined);
    const answer = await write({ method, path, body }).catch(() => null);
    // Already gone is as good as deleted.
    const done = answer?.response.ok || (method === "DELETE" && answer?.response.status === 404);
    if (!done) setError(reasonIn(answer) ?? strings.unreachable);
    setPending(false);
    if (!done) return;
    setOpen(false);
    if (after) router.push(after);
    else router.refresh();
  }

  function change(toOpen: boolean) {
    setError(undefined);
    setOpen(toOpen);
  }

  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent role="alertdialog">
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{strings.body}</DialogDescription>
        </DialogHeader>
        <p role="alert" className="text-destructive text-sm empty:hidden">
          {error}
        </p>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{strings.cancel}</Button>
          </DialogClose>
          <Button variant={destructive ? "destructive" : "default"} onClick={confirm} disabled={pending}>
            {strings.confirm}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

type Write = Required<Pick<Props, "method" | "path">> & Pick<Props, "body">;
type Answer = { response: Response; error?: { detail?: string } };

/** The client's types know path patterns; this path is already complete. */
function write({ method, path, body }: Write): Promise<Answer> {
  const request = gatehouse.request as (method: string, path: string, init: object) => Promise<Answer>;
  return request(method.toLowerCase(), path, { body });
}

/** The API's explanation of a 4xx response. */
function reasonIn(answer: Answer | null): string | undefined {
  return answer === null || answer.response.status >= 500 ? undefined : answer.error?.detail;
}
