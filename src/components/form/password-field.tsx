"use client";

import { Eye, EyeOff } from "lucide";
import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Field } from "./field";

export type PasswordStrings = { show: string; capsLock: string };

type Props = Omit<ComponentProps<typeof Field>, "type" | "end"> & { strings: PasswordStrings };

/** A password that can be revealed, with a Caps Lock warning. */
export function PasswordField({ strings, below, ...field }: Props) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);

  function watchCapsLock(event: KeyboardEvent) {
    setCapsLock(event.getModifierState?.("CapsLock") ?? false);
  }

  return (
    <Field
      {...field}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
      onBlur={() => setCapsLock(false)}
      below={
        <>
          <p role="status" className={capsLock ? "text-[0.8125rem] text-foreground" : "sr-only"}>
            {capsLock && strings.capsLock}
          </p>
          {below}
        </>
      }
      end={
        <button
          type="button"
          className="absolute top-1 right-1 grid h-8 w-9 place-items-center rounded-md text-muted-foreground hover:text-foreground noscript:hidden"
          onClick={() => setShown(!shown)}
          aria-label={strings.show}
          aria-pressed={shown}
        >
          <Icon of={shown ? EyeOff : Eye} className="size-4.5" />
        </button>
      }
    />
  );
}
