"use client";

import {
  type ComponentProps,
  createContext,
  type SubmitEvent,
  use,
  useEffect,
  useRef,
  useState,
} from "react";
import {
  type Faults,
  type FormStrings,
  faultsOf,
  findFaults,
  focusFault,
  type Problem,
  WHOLE_FORM,
} from "./faults";

const FaultsContext = createContext<Faults>({});

/** What is wrong with the field of this name, if anything. */
export function useFault(name: string): string | undefined {
  return use(FaultsContext)[name];
}

/** Where a page that comes from the server begins: in the first field, or in the one at fault. */
export function useAutoFocus(name: string, { first, retry }: { first?: boolean; retry: boolean }) {
  const faults = use(FaultsContext);
  const names = Object.keys(faults);
  return names.length === 0 ? first : name in faults || (retry && names[0] === WHOLE_FORM);
}

type Props = Omit<ComponentProps<"form">, "action"> & {
  /** Where the form goes by itself; with script `send` takes it there. */
  action?: string;
  /** Brings back what is wrong, if anything. */
  send: (form: HTMLFormElement) => Promise<Problem | undefined>;
  /** What follows success. The form stays busy until it is through. */
  onDone: (form: HTMLFormElement) => unknown;
  strings: FormStrings;
  /** What the server found when the form came without script. */
  faults?: Faults;
};

/**
 * A form of the API's. Without script it is a plain one, checked by the browser. With script it is checked and answered
 * in place: every fault beside its field, a summary for screen readers, focus in the first one.
 */
export function ApiForm({ send, onDone, strings, faults: given = {}, children, ...props }: Props) {
  const [faults, setFaults] = useState(given);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.current) form.current.noValidate = true;
  }, []);

  useEffect(() => {
    if (form.current && Object.keys(faults).length > 0) focusFault(form.current, faults);
  }, [faults]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = event.currentTarget;
    if (pending) return;
    const found = findFaults(target, strings);
    if (Object.keys(found).length > 0) return setFaults(found);
    setPending(true);
    setFaults(await outcome(target));
    setPending(false);
  }

  async function outcome(target: HTMLFormElement): Promise<Faults> {
    try {
      const problem = await send(target);
      if (problem) return faultsOf(problem, target, strings);
      await onDone(target);
      return {};
    } catch {
      return { [WHOLE_FORM]: strings.unreachable };
    }
  }

  return (
    <FaultsContext value={faults}>
      <form
        method="post"
        {...props}
        ref={form}
        onSubmit={submit}
        aria-busy={pending}
        data-pending={pending || undefined}
      >
        <Summary faults={faults} lead={strings.summary} />
        {children}
      </form>
    </FaultsContext>
  );
}

/** Seen where the fault is of the whole form; where it is of fields, it is heard here and seen there. */
function Summary({ faults, lead }: { faults: Faults; lead: string }) {
  const { [WHOLE_FORM]: general, ...byField } = faults;
  const heard = Object.values(byField);
  return (
    <div role="alert" className={general ? "" : "sr-only"}>
      {general && (
        <p className="rounded-lg bg-destructive-muted px-3.5 py-2.5 text-destructive text-sm">{general}</p>
      )}
      {!general && heard.length > 0 && <p>{[lead, ...heard].join(" ")}</p>}
    </div>
  );
}
