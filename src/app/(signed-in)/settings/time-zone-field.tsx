"use client";

import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { currentTimeZone, describeTimeZone, listTimeZones } from "@/i18n/time-zones";

export type TimeZone = { id: string; words: string };

type Props = {
  /** In the server's words; the others are put into words here, once somebody looks for one. */
  own: TimeZone;
  strings: Record<"label" | "search" | "problem" | "useThis", string>;
};

/** A time zone, searched for by city, country or offset in the browser's own list. Sent as `time_zone`. */
export function TimeZoneField({ own, strings }: Props) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [zones, setZones] = useState<TimeZone[]>([]);
  const [typed, setTyped] = useState(own.words);
  const [zone, setZone] = useState<TimeZone | undefined>(own);
  const here = useTimeZoneHere();

  useEffect(() => input.current?.setCustomValidity(zone ? "" : strings.problem), [zone, strings.problem]);

  function choose(chosen: TimeZone) {
    setTyped(chosen.words);
    setZone(chosen);
  }

  function search({ target: { value } }: ChangeEvent<HTMLInputElement>) {
    setTyped(value);
    setZone([own, ...zones].find(({ words }) => words === value));
  }

  /** What is left typed in part counts where it can mean one only. */
  function complete() {
    const found = zones.filter(({ words }) => words.toLowerCase().includes(typed.trim().toLowerCase()));
    if (zone === undefined && found.length === 1) choose(found[0]!);
  }

  return (
    <div>
      <input type="hidden" name="time_zone" value={zone?.id ?? ""} />
      <Field
        ref={input}
        name="time_zone_words"
        label={strings.label}
        problem={strings.problem}
        hint={
          // Reserve the line, so that nothing moves when the zone is known.
          <span className="-mb-2 block min-h-6">
            {here !== undefined && here !== zone?.id ? (
              <button
                type="button"
                onClick={() => choose(inWords(here))}
                className="max-w-full truncate text-foreground underline decoration-input underline-offset-4 hover:decoration-current"
              >
                {strings.useThis.replace("{timeZone}", here.replaceAll("_", " "))}
              </button>
            ) : (
              strings.search
            )}
          </span>
        }
        value={typed}
        onChange={search}
        onFocus={({ target }) => {
          target.select();
          if (zones.length === 0) setZones(listTimeZones().map(inWords));
        }}
        onBlur={complete}
        list={list}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <datalist id={list}>
        {zones.map(({ id, words }) => (
          <option key={id} value={words} />
        ))}
      </datalist>
    </div>
  );
}

function inWords(id: string): TimeZone {
  return { id, words: describeTimeZone(id, { locale: document.documentElement.lang, at: new Date() }) };
}

/** The browser's time zone; undefined until hydration. */
function useTimeZoneHere() {
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(currentTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone)), []);
  return here;
}
