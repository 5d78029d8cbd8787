import { useRef, useState } from "react";

export type Notice = {
  id: number;
  kind: "done" | "failed";
  text: string;
  action?: { label: string; run: () => void };
};

const MOST = 3;

/** What has just happened, and what can be done about it. The latest few. */
export function useNotices() {
  const [notices, setNotices] = useState<Notice[]>([]);
  const count = useRef(0);

  function dismiss(id: number) {
    setNotices((all) => all.filter((notice) => notice.id !== id));
  }

  /** Answers with what takes it back. */
  function notify({ action, ...notice }: Omit<Notice, "id">): () => void {
    count.current++;
    const id = count.current;
    const run = () => {
      dismiss(id);
      action?.run();
    };
    setNotices((all) => [...all, { ...notice, id, action: action && { ...action, run } }].slice(-MOST));
    return () => dismiss(id);
  }

  /** Does what the latest of them offers to undo. */
  function undoLatest() {
    notices.findLast(({ kind, action }) => kind === "done" && action)?.action?.run();
  }

  return { notices, notify, dismiss, undoLatest };
}
