import type { ReactNode } from "react";

type Props = { provider: string; query?: Record<string, string>; children: ReactNode };

/** A form around a provider's button: a POST, so that a link on another site can't start the sign-in. */
export function ProviderForm({ provider, query = {}, children }: Props) {
  const search = new URLSearchParams(query);
  return (
    <form method="post" action={`/api/auth/signin/${provider}${search.size > 0 ? `?${search}` : ""}`}>
      {children}
    </form>
  );
}
