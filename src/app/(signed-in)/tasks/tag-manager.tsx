"use client";

import { Trash2 } from "lucide";
import { useTranslations } from "next-intl";
import { type ComponentProps, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { TAG_LIMITS } from "@/domain/tags/schema";
import type { Tag } from "./task";
import type { useTags } from "./use-tags";

const COLORS = ["#2f9e62", "#3b76d6", "#c2761b", "#c0453f", "#8a55c8", "#0f8f9c", "#b0498a", "#64748b"];

type Props = Omit<ReturnType<typeof useTags>, "tags"> & {
  tags: Tag[];
  /** The latest error, shown here because the notices are behind the dialog. */
  error: string | undefined;
  onClose: () => void;
};

/** Creates, renames, recolors and deletes tags. Each change is saved immediately. */
export function TagManager({ tags, create, change, remove, error, onClose }: Props) {
  const t = useTranslations("tasks.tags");

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { name = "", color = "" } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    if (name.trim() !== "" && (await create({ name: name.trim(), color }))) form.reset();
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={t("close")}>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("lead")}</DialogDescription>
        </DialogHeader>
        <p
          role="alert"
          className="rounded-lg bg-destructive-muted px-3 py-2 text-destructive text-sm empty:hidden"
        >
          {error}
        </p>
        <ul className="grid gap-2">
          {tags.map((tag) => (
            <TagLine
              key={tag.id}
              tag={tag}
              onChange={(body) => change(tag, body)}
              onDelete={() => remove(tag)}
            />
          ))}
        </ul>
        {tags.length === 0 && <p className="text-muted-foreground text-sm">{t("none")}</p>}
        <form onSubmit={add} className="flex items-center gap-2 border-border border-t pt-4">
          <ColorInput
            key={tags.length}
            name="color"
            aria-label={t("color")}
            defaultValue={COLORS[tags.length % COLORS.length]}
          />
          <Input
            name="name"
            aria-label={t("new")}
            placeholder={t("new")}
            maxLength={TAG_LIMITS.name}
            autoComplete="off"
            required
          />
          <Button type="submit" variant="outline">
            {t("add")}
          </Button>
        </form>
        <datalist id="tag-colors">
          {COLORS.map((color) => (
            <option key={color} value={color} />
          ))}
        </datalist>
      </DialogContent>
    </Dialog>
  );
}

type LineProps = {
  tag: Tag;
  onChange: (change: Partial<Tag>) => Promise<boolean>;
  onDelete: () => void;
};

function TagLine({ tag, onChange, onDelete }: LineProps) {
  const t = useTranslations("tasks.tags");
  const [sure, setSure] = useState(false);

  async function rename(input: HTMLInputElement) {
    const name = input.value.trim();
    if (name === tag.name) return;
    if (name === "" || !(await onChange({ name }))) input.value = tag.name;
  }

  return (
    <li className="flex items-center gap-2">
      <ColorInput
        key={tag.color}
        aria-label={t("colorOf", { name: tag.name })}
        defaultValue={tag.color}
        onPick={(color) => onChange({ color })}
      />
      <Input
        aria-label={t("nameOf", { name: tag.name })}
        defaultValue={tag.name}
        maxLength={TAG_LIMITS.name}
        autoComplete="off"
        onBlur={(event) => rename(event.currentTarget)}
        onKeyDown={(event) => event.key === "Enter" && rename(event.currentTarget)}
      />
      <Button
        type="button"
        variant={sure ? "destructive" : "ghost"}
        size={sure ? "sm" : "icon"}
        className={sure ? "" : "text-muted-foreground"}
        onClick={() => (sure ? onDelete() : setSure(true))}
        onBlur={() => setSure(false)}
        aria-label={sure ? `${t("deleteConfirm")} ${t("deleteHint")}` : t("deleteNamed", { name: tag.name })}
      >
        {sure ? t("deleteConfirm") : <Icon of={Trash2} />}
      </Button>
    </li>
  );
}

type ColorProps = ComponentProps<"input"> & { onPick?: (color: string) => void };

/** Reports a color once it is chosen, not every one on the way, as React's onChange would. */
function ColorInput({ onPick, ...input }: ColorProps) {
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const shown = field.current;
    if (!shown || !onPick) return;
    const pick = () => onPick(shown.value);
    shown.addEventListener("change", pick);
    return () => shown.removeEventListener("change", pick);
  }, [onPick]);

  return (
    <input
      ref={field}
      type="color"
      list="tag-colors"
      {...input}
      className="size-10 shrink-0 cursor-pointer rounded-lg border border-input bg-card p-1.5 [&::-webkit-color-swatch-wrapper]:p-0 [&::-webkit-color-swatch]:rounded-full [&::-webkit-color-swatch]:border-0"
    />
  );
}
