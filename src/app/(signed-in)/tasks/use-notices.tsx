import { useRef, useState } from "react";
import { toast } from "@/components/ui/sonner";
import { type Notice, NoticeCard } from "./notice-card";

/** What has just happened, and what can be done about it. */
export function useNotices() {
  const [notices, setNotices] = useState<(Notice & { id: string })[]>([]);
  const count = useRef(0);

  /** Answers with what takes it back. */
  function notify({ action, ...notice }: Notice): () => void {
    count.current++;
    const id = `notice-${count.current}`;
    const dismiss = () => void toast.dismiss(id);
    const run = () => {
      dismiss();
      action?.run();
    };
    const shown = { ...notice, id, action: action && { ...action, run } };
    setNotices((all) => [...all, shown]);
    toast.custom(() => <NoticeCard {...shown} onDismiss={dismiss} />, {
      id,
      duration: Number.POSITIVE_INFINITY,
      onDismiss: () => setNotices((all) => all.filter((each) => each.id !== id)),
    });
    return dismiss;
  }

  /** Does what the latest of them offers to undo. */
  function undoLatest() {
    notices.findLast(({ kind, action }) => kind === "done" && action)?.action?.run();
  }

  return { notices, notify, undoLatest };
}
