type AdminTab = {
  href: string;
  /** Addresses that belong to it, too. */
  also?: string;
  name: "users" | "invitations" | "audit" | "jobs" | "organization";
};

export const ADMIN_TABS: AdminTab[] = [
  { href: "/admin", also: "/admin/users", name: "users" },
  { href: "/admin/invitations", name: "invitations" },
  { href: "/admin/audit", name: "audit" },
  { href: "/admin/jobs", name: "jobs" },
  { href: "/admin/settings", name: "organization" },
];
