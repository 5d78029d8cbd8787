"use client";

import { FieldFrame } from "@/components/form/field-frame";
import { Select } from "@/components/form/select";
import { Input } from "@/components/ui/input";

const SECONDS = { minutes: 60, hours: 3_600, days: 86_400 };

type Unit = keyof typeof SECONDS;

export type DurationStrings = Record<"problem" | "unit" | Unit, string>;

type Props = {
  name: string;
  label: string;
  hint: string;
  duration: { count: number; unit: Unit } | null;
  /** What is chosen where nothing is typed yet. */
  usual: Unit;
  strings: DurationStrings;
};

/** A number of minutes, hours or days; nothing is nothing. */
export function DurationField({ name, label, hint, duration, usual, strings }: Props) {
  return (
    <FieldFrame name={name} label={label} hint={hint}>
      {(wiring) => (
        <div className="grid grid-cols-[minmax(0,1fr)_9rem] gap-2">
          <Input
            {...wiring}
            name={name}
            type="number"
            inputMode="numeric"
            min={1}
            defaultValue={duration?.count ?? ""}
            autoComplete="off"
            data-problem={strings.problem}
          />
          <Select
            name={unitOf(name)}
            aria-label={`${label}: ${strings.unit}`}
            defaultValue={duration?.unit ?? usual}
          >
            {Object.keys(SECONDS).map((unit) => (
              <option key={unit} value={unit}>
                {strings[unit as Unit]}
              </option>
            ))}
          </Select>
        </div>
      )}
    </FieldFrame>
  );
}

/** What was typed into such fields, as the API takes it. */
export function secondsIn<N extends string>(fields: FormData, names: readonly N[]) {
  const typed = names.map((name) => {
    const count = fields.get(name);
    return [name, count ? Number(count) * SECONDS[fields.get(unitOf(name)) as Unit] : null];
  });
  return Object.fromEntries(typed) as Record<N, number | null>;
}

function unitOf(name: string) {
  return `${name}_unit`;
}
