import { CircleCheck, CornerDownRight, Languages, ListTodo, LogOut, SunMoon, UserRound } from "lucide";
import { LANGUAGE_NAMES } from "@/components/language-names";
import type { Choice, Group, PaletteDialogProps } from "./choice";
import { matching } from "./matching";
import type { useFound } from "./use-found";

/** Where one can go and what one can do, whatever is typed. */
export function ownGroups({ pages, themes, theme, locale, strings, actions }: PaletteDialogProps): Group[] {
  const { go, change, signOut } = actions;
  const languages = Object.entries(LANGUAGE_NAMES).filter(([value]) => value !== locale);
  return [
    {
      name: strings.pages,
      choices: pages.map((page) => ({
        ...page,
        key: page.href,
        icon: CornerDownRight,
        run: () => go(page.href),
      })),
    },
    {
      name: strings.actions,
      choices: [
        ...themes
          .filter(({ value }) => value !== theme)
          .map(({ value, label }) => ({
            ...{ key: value, label, icon: SunMoon },
            run: () => void change("theme", value),
          })),
        ...languages.map(([value, label]) => ({
          ...{ key: value, label, detail: strings.language, icon: Languages },
          run: () => void change("locale", value),
        })),
        { key: "sign-out", label: strings.signOut, icon: LogOut, run: signOut },
      ],
    },
  ];
}

type Answered = Pick<ReturnType<typeof useFound>, "tasks" | "people">;

/** What the API has found. A task is shown in the list that has its title. */
export function foundGroups(
  { tasks, people }: Answered,
  { strings, actions }: Pick<PaletteDialogProps, "strings" | "actions">,
) {
  const persons = people.map(
    ({ id, full_name, username, email }): Choice => ({
      ...{ key: id, label: full_name ?? username, detail: email, icon: UserRound },
      run: () => actions.go(`/admin/users/${id}`),
    }),
  );
  const own = tasks.map(
    ({ id, title, completed }): Choice => ({
      ...{ key: `task-${id}`, label: title, icon: completed ? CircleCheck : ListTodo },
      detail: completed ? strings.done : undefined,
      run: () => actions.go(`/tasks?${new URLSearchParams({ show: "all", q: title })}`),
    }),
  );
  return [
    { name: strings.people, choices: persons },
    { name: strings.tasks, choices: own },
  ];
}

export function narrowed(groups: Group[], query: string): Group[] {
  return groups.map(({ name, choices }) => ({ name, choices: matching(choices, query) }));
}
