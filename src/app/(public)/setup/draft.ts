// What was typed so far, for a reload of this tab. Never a password.

const KEY = "gatehouse.setup";
const KEPT = ["setup_token", "admin_email", "admin_full_name", "organization_name"];

export type Draft = Record<string, string>;

export function readDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    const entries = Object.entries(kept ?? {});
    return Object.fromEntries(
      entries.filter(([name, value]) => KEPT.includes(name) && typeof value === "string"),
    );
  } catch {
    return {};
  }
}

export function keepInDraft(name: string, value: string) {
  if (!KEPT.includes(name)) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...readDraft(), [name]: value }));
  } catch {
    // Setup works without storage, too; only a reload then loses what was typed.
  }
}

export function forgetDraft() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
