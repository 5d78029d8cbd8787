"use client";

import { useRouter } from "next/navigation";
import type { ReactNode, SubmitEvent } from "react";

const ACTION = "/preferences";

export async function keepPreference(name: string, value: string) {
  // The redirect leads back here.
  await fetch(ACTION, { method: "POST", body: new URLSearchParams({ [name]: value }), redirect: "manual" });
}

/**
 * Buttons for this browser's preferences: theme, language, sidebar. A plain form that returns to the current page;
 * with script, nothing reloads and nothing typed is lost.
 */
export function PreferenceForm({ children, className }: { children: ReactNode; className?: string }) {
  const router = useRouter();

  function change(event: SubmitEvent<HTMLFormElement>) {
    const button = event.nativeEvent.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const { name, value } = button;
    // Theme and sidebar depend on these attributes alone, so they needn't wait for the response.
    if (name !== "locale") document.documentElement.dataset[name] = value;
    keepPreference(name, value).finally(router.refresh);
  }

  return (
    <form method="post" action={ACTION} onSubmit={change} className={className}>
      {children}
    </form>
  );
}
