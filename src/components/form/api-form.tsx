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
  type FormStrings,
  findProblems,
  focusProblem,
  type Problem,
  type Problems,
  problemsOf,
  WHOLE_FORM,
} from "./problems";

const ProblemsContext = createContext<Problems>({});

/** What is wrong with the field of this name, if anything. */
export function useProblem(name: string): string | undefined {
  return use(ProblemsContext)[name];
}

/** Where a page that comes from the server begins: in the first field, or in the one in error. */
export function useAutoFocus(name: string, { first, retry }: { first?: boolean; retry: boolean }) {
  const problems = use(ProblemsContext);
  const names = Object.keys(problems);
  return names.length === 0 ? first : name in problems || (retry && names[0] === WHOLE_FORM);
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
  problems?: Problems;
};

/**
 * A form of the API's. Without script it is a plain one, checked by the browser. With script it is checked and answered
 * in place: every problem beside its field, a summary for screen readers, focus in the first one.
 */
export function ApiForm({ send, onDone, strings, problems: given = {}, children, ...props }: Props) {
  const [problems, setProblems] = useState(given);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.current) form.current.noValidate = true;
  }, []);

  useEffect(() => {
    if (form.current && Object.keys(problems).length > 0) focusProblem(form.current, problems);
  }, [problems]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = event.currentTarget;
    if (pending) return;
    const found = findProblems(target, strings);
    if (Object.keys(found).length > 0) return setProblems(found);
    setPending(true);
    setProblems(await outcome(target));
    setPending(false);
  }

  async function outcome(target: HTMLFormElement): Promise<Problems> {
    try {
      const problem = await send(target);
      if (problem) return problemsOf(problem, target, strings);
      await onDone(target);
      return {};
    } catch {
      return { [WHOLE_FORM]: strings.unreachable };
    }
  }

  return (
    <ProblemsContext value={problems}>
      <form
        method="post"
        {...props}
        ref={form}
        onSubmit={submit}
        aria-busy={pending}
        data-pending={pending || undefined}
      >
        <Summary problems={problems} lead={strings.summary} />
        {children}
      </form>
    </ProblemsContext>
  );
}

/** Seen where the problem is of the whole form; where it is of fields, it is heard here and seen there. */
function Summary({ problems, lead }: { problems: Problems; lead: string }) {
  const { [WHOLE_FORM]: general, ...byField } = problems;
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
