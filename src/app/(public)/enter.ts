import type { Problem } from "@/components/form/problems";

/** Sends the form as the browser would, but asks for JSON, so that the answer can be shown in place. */
export async function sendForm(
  form: HTMLFormElement,
  more: Record<string, string> = {},
): Promise<Problem | undefined> {
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const body = new URLSearchParams({ ...fields, ...more });
  const response = await fetch(form.action, {
    method: "POST",
    body,
    headers: { accept: "application/json" },
  });
  return response.ok ? undefined : response.json();
}

/** The same with a JSON body. */
export async function sendJson(path: string, body: unknown): Promise<Problem | undefined> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method: "POST", body: JSON.stringify(body), headers });
  return response.ok ? undefined : response.json();
}

/**
 * A full page load, so that nothing cached for a visitor is shown after signing in. Never resolves: the form
 * stays busy until the page is gone.
 */
export function enter(next: string): Promise<never> {
  location.assign(next);
  return new Promise(() => {});
}
