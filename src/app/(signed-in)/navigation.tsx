import { House, type IconNode, ListTodo, Settings, ShieldUser } from "lucide";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { NavLink } from "@/components/shell/nav-link";
import { Icon } from "@/components/ui/icon";
import type { User } from "@/domain/users/user";

type Item = { href: string; icon: IconNode; label: "dashboard" | "tasks" | "settings" | "admin" };

/** What stands in the sidebar, in groups. A page of your own is one line here and its name in messages/. */
const GROUPS: { items: Item[]; role?: User["role"] }[] = [
  {
    items: [
      { href: "/", icon: House, label: "dashboard" },
      { href: "/tasks", icon: ListTodo, label: "tasks" },
      { href: "/settings", icon: Settings, label: "settings" },
    ],
  },
  { role: "admin", items: [{ href: "/admin", icon: ShieldUser, label: "admin" }] },
];

export function navigationOf(role: User["role"]) {
  return GROUPS.filter((group) => !group.role || group.role === role);
}

export function Navigation({ role }: { role: User["role"] }) {
  return navigationFor(role);
}

/** Made once for the places of a page where it stands, so that it is sent once. */
const navigationFor = cache(async (role: User["role"]) => {
  const t = await getTranslations("shell");
  return navigationOf(role).map(({ items }) => (
    <ul key={items[0]?.href} className="grid gap-1 border-border not-first:border-t not-first:pt-3">
      {items.map(({ href, icon, label }) => (
        <li key={href}>
          <NavLink href={href} icon={<Icon of={icon} className="size-4.5" />}>
            {t(label)}
          </NavLink>
        </li>
      ))}
    </ul>
  ));
});
