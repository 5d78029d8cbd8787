"use client";

import type { ReactNode } from "react";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, where it is not opened by `open`. */
  trigger?: ReactNode;
  title: string;
  body: string;
  children: ReactNode;
};

/** Asks before something is done that isn't easily undone. */
export function AlertDialog({ trigger, title, body, children, ...state }: Props) {
  return (
    <Dialog {...state}>
      {trigger && <DialogTrigger asChild>{trigger}</DialogTrigger>}
      <DialogContent role="alertdialog">
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{body}</DialogDescription>
        </DialogHeader>
        {children}
      </DialogContent>
    </Dialog>
  );
}
