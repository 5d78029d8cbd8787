import type { Renewal } from "./session-keeper";

/** Renews by cookie. Only a clear "no" ends the session; a server that is busy or away says nothing about it. */
export async function renewSession(): Promise<Renewal> {
  try {
    const response = await fetch("/api/v1/auth/refresh", { method: "POST" });
    if (response.status === 401) return "ended";
    if (!response.ok) return "unknown";
    const { expires_in } = await response.json();
    return { expiresInSeconds: expires_in };
  } catch {
    return "unknown";
  }
}
