"use client";

import { Check } from "lucide";
import { type ComponentProps, type SyntheticEvent, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { PasswordField } from "./password-field";
import { estimateStrength } from "./password-strength";

export type NewPasswordStrings = {
  /** One per strength level, weakest first. */
  strengths: string[];
  longEnough: string;
  notYourName: string;
};

type Props = ComponentProps<typeof PasswordField> & {
  minLength: number;
  advice: NewPasswordStrings;
  /** Words that make a weak password: given ones, and the values of these fields. */
  ownWords?: string[];
  ownWordFields?: string[];
};

const COLOURS = ["bg-destructive", "bg-destructive", "bg-lantern", "bg-ring", "bg-ring"];

/** A new password, with its rules and, with script, its strength while typing. */
export function NewPasswordField({ advice, ownWords = [], ownWordFields = [], ...field }: Props) {
  const [password, setPassword] = useState("");
  const [words, setWords] = useState(ownWords);
  const level = estimateStrength(password, words);
  const isOwn = words.some((word) => word !== "" && word.toLowerCase() === password.toLowerCase());

  const isReached = (step: number) => password !== "" && Math.max(level, 1) >= step;

  function read(event: SyntheticEvent<HTMLInputElement>) {
    const { value, form } = event.currentTarget;
    const fields = ownWordFields.map((name) => form?.elements.namedItem(name));
    const typed = fields.flatMap((field) => (field instanceof HTMLInputElement ? field.value : []));
    setPassword(value);
    setWords([...ownWords, ...typed, ...typed.map((word) => word.split("@")[0]!)]);
  }

  return (
    <PasswordField
      {...field}
      autoComplete="new-password"
      onInput={read}
      below={
        <>
          <div className="flex h-5 items-center gap-3 noscript:hidden">
            <div className="grid flex-1 grid-cols-4 gap-1" aria-hidden="true">
              {[1, 2, 3, 4].map((step) => (
                <span
                  key={step}
                  data-bar={isReached(step) ? "" : "empty"}
                  className={`h-1 rounded-full transition-colors ${isReached(step) ? COLOURS[level] : "bg-secondary"}`}
                />
              ))}
            </div>
            <p role="status" className="min-w-20 text-right text-muted-foreground text-xs">
              {password && advice.strengths[level]}
            </p>
          </div>
          <ul className="grid gap-1 text-[0.8125rem] text-muted-foreground">
            <Rule met={[...password].length >= field.minLength}>{advice.longEnough}</Rule>
            <Rule met={password !== "" && !isOwn}>{advice.notYourName}</Rule>
          </ul>
        </>
      }
    />
  );
}

function Rule({ met, children }: { met: boolean; children: string }) {
  return (
    <li className={`flex items-center gap-2 transition-colors ${met ? "text-foreground" : ""}`}>
      <Icon of={Check} className={`size-3.5 ${met ? "text-ring" : "opacity-35"}`} />
      {children}
    </li>
  );
}
