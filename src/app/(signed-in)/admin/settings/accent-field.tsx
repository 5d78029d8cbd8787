"use client";

import { useRef } from "react";
import { Field } from "@/components/form/field";

const NAME = "accent_color";

type Props = Record<"label" | "hint" | "problem" | "pick" | "pattern", string> & { color: string | null };

/** A colour, typed or picked; nothing is the product's own. */
export function AccentField({ color, pick, ...field }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Field
      {...field}
      name={NAME}
      defaultValue={color ?? ""}
      placeholder="#2f855a"
      autoComplete="off"
      spellCheck={false}
      maxLength={7}
      onInput={({ currentTarget }) => {
        if (picker.current && currentTarget.validity.valid && currentTarget.value !== "")
          picker.current.value = currentTarget.value;
      }}
      end={
        <input
          ref={picker}
          type="color"
          aria-label={pick}
          defaultValue={color ?? "#2f855a"}
          onInput={({ currentTarget }) => {
            const typed = currentTarget.form?.elements.namedItem(NAME);
            if (typed instanceof HTMLInputElement) typed.value = currentTarget.value;
          }}
          className="absolute top-1.5 right-1.5 h-7 w-8 cursor-pointer rounded border-0 bg-transparent p-0 noscript:hidden"
        />
      }
    />
  );
}
