/** The form as the browser would send it, but asking for an answer that can be shown in place. */
export function sendForm(form: HTMLFormElement, more: Record<string, string> = {}): Promise<Response> {
  const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const body = new URLSearchParams({ ...fields, ...more });
  return fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
}

/**
 * A hard navigation, so that nothing cached for a stranger is shown to the one who came in. Never resolves: the form
 * stays busy until the page is gone.
 */
export function enter(next: string): Promise<never> {
  location.assign(next);
  return new Promise(() => {});
}
