import type { ReactNode } from "react";

type Props = { provider: string; query?: Record<string, string>; children: ReactNode };

/** A plain form around a button that leads to a provider: a post, so that no other site's link can start it. */
export function ProviderForm({ provider, query = {}, children }: Props) {
  const search = new URLSearchParams(query);
  return (
    <form method="post" action={`/api/auth/signin/${provider}${search.size > 0 ? `?${search}` : ""}`}>
      {children}
    </form>
  );
}
