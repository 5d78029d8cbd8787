"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useGo } from "@/components/link";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { AlertDialog } from "./alert-dialog";
import { askApi } from "./ask-api";

export type ConfirmationStrings = Record<"title" | "body" | "confirm" | "cancel" | "unreachable", string>;

type Write = {
  method?: "DELETE" | "PATCH" | "POST";
  /** The API path to write to. */
  path: string;
  body?: unknown;
  /** Styles the confirmation as a warning. */
  destructive?: boolean;
  /** The page to go to afterwards, when nothing is left of this one. */
  after?: string;
  strings: ConfirmationStrings;
};

type Props = Write & { /** The button that opens the dialog. */ children: ReactNode };

/** A button that writes to the API after a confirmation. */
export function ConfirmedWrite({ children, ...write }: Props) {
  const [open, setOpen] = useState(false);
  return <WriteDialog {...write} open={open} onOpenChange={setOpen} trigger={children} />;
}

type DialogProps = Write & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
  /** Is handed the API's answer. */
  onDone?: (data: unknown) => void;
};

/** Writes to the API once it is confirmed, then refreshes the page. */
export function WriteDialog({
  method = "DELETE",
  path,
  body,
  destructive = true,
  after,
  strings,
  open,
  onOpenChange,
  trigger,
  onDone,
}: DialogProps) {
  const router = useRouter();
  const { go, underWay } = useGo();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    setPending(true);
    setError(undefined);
    const answer = await askApi(method, path, { body }).catch(() => null);
    // Already gone is as good as deleted.
    const done = answer?.response.ok || (method === "DELETE" && answer?.response.status === 404);
    if (!done) setError(reasonIn(answer) ?? strings.unreachable);
    setPending(false);
    if (!done) return;
    onOpenChange(false);
    onDone?.(answer?.data);
    if (after) go(after);
    else router.refresh();
  }

  function change(toOpen: boolean) {
    setError(undefined);
    onOpenChange(toOpen);
  }

  return (
    <>
      {underWay}
      <AlertDialog
        open={open}
        onOpenChange={change}
        trigger={trigger}
        title={strings.title}
        body={strings.body}
      >
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
      </AlertDialog>
    </>
  );
}

type Answer = Awaited<ReturnType<typeof askApi>>;

/** The API's explanation of a 4xx response. */
function reasonIn(answer: Answer | null): string | undefined {
  return answer === null || answer.response.status >= 500 ? undefined : answer.error?.detail;
}
