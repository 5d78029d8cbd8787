import { type IconNode, Monitor, Moon, Sun } from "lucide";
import { getTranslations } from "next-intl/server";
import { PreferenceForm } from "./preference-form";
import { Icon } from "./ui/icon";

type Theme = "light" | "dark" | "system";

export const THEME_ICONS: Record<Theme, IconNode> = { light: Sun, dark: Moon, system: Monitor };

export async function ThemeSwitch({ current }: { current: Theme }) {
  const t = await getTranslations("preferences");
  return (
    <PreferenceForm>
      <fieldset className="flex rounded-full border border-border p-0.5">
        <legend className="sr-only">{t("theme")}</legend>
        {(Object.keys(THEME_ICONS) as Theme[]).map((theme) => (
          <button
            type="submit"
            key={theme}
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            aria-label={t(`themes.${theme}`)}
            title={t(`themes.${theme}`)}
            className="grid size-7 place-items-center rounded-full text-muted-foreground transition-colors hover:text-foreground aria-pressed:bg-accent aria-pressed:text-accent-foreground"
          >
            <Icon of={THEME_ICONS[theme]} className="size-3.5" />
          </button>
        ))}
      </fieldset>
    </PreferenceForm>
  );
}
