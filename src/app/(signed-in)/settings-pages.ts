/** The pages of the settings, in their order. One of your own is a line here, a folder of settings/, and `settings.<label>.title`. */
export const SETTINGS_PAGES = [
  { href: "/settings", label: "profile" },
  { href: "/settings/security", label: "security" },
  { href: "/settings/sessions", label: "sessions" },
  { href: "/settings/activity", label: "activity" },
  { href: "/settings/account", label: "account", also: "/settings/email" },
] as const;
