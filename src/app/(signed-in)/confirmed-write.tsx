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
    const answer = await write({ method, path, body }).catch(() => null);
    // Gone already is as good as ended now.
    const done = answer?.response.ok || (method === "DELETE" && answer?.response.status === 404);
    if (!done) setFailure(reasonIn(answer) ?? strings.unreachable);
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
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent role="alertdialog">
        <DialogHeader>
          <DialogTitle>{strings.title}</DialogTitle>
          <DialogDescription>{strings.body}</DialogDescription>
        </DialogHeader>
        <p role="alert" className="text-destructive text-sm empty:hidden">
          {failure}
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

/** The client knows addresses by their pattern; this one comes whole from the server. */
function write({ method, path, body }: Write): Promise<Answer> {
  const request = gatehouse.request as (method: string, path: string, init: object) => Promise<Answer>;
  return request(method.toLowerCase(), path, { body });
}

/** What the API says of a request that was understood and refused. */
function reasonIn(answer: Answer | null): string | undefined {
  return answer === null || answer.response.status >= 500 ? undefined : answer.error?.detail;
}
