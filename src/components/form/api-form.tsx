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
  summarize,
  WHOLE_FORM,
} from "./problems";

const ProblemsContext = createContext<Problems>({});

/** The problem of the field with this name, if any. */
export function useProblem(name: string): string | undefined {
  const problems = use(ProblemsContext);
  return name === WHOLE_FORM ? undefined : problems[name];
}

/** Which field gets the focus in server-rendered HTML: the first one, or the first with a problem. */
export function useAutoFocus(name: string, { first, retry }: { first?: boolean; retry: boolean }) {
  const problems = use(ProblemsContext);
  const names = Object.keys(problems);
  return names.length === 0 ? first : name in problems || (retry && names[0] === WHOLE_FORM);
}

type Props = Omit<ComponentProps<"form">, "action"> & {
  /** Where the form submits without script; with script, `send` does. */
  action?: string;
  /** Returns the problem, if any. */
  send: (form: HTMLFormElement) => Promise<Problem | undefined>;
  /** Called on success. The form stays busy until it resolves. */
  onDone: (form: HTMLFormElement) => unknown;
  strings: FormStrings;
  /** Problems from a submission without script. */
  problems?: Problems;
};

/**
 * A form that posts to the API. Without script it is a plain form, validated by the browser. With script, it is validated
 * in place: each problem beside its field, a summary for screen readers, focus on the first problem.
 */
export function ApiForm({ send, onDone, strings, problems: given = {}, children, ...props }: Props) {
  const [problems, setProblems] = useState(given);
  const [pending, setPending] = useState(false);
  const [summary, setSummary] = useState("");
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.current) form.current.noValidate = true;
  }, []);

  useEffect(() => {
    if (!form.current) return;
    setSummary(summarize(form.current, problems));
    if (Object.keys(problems).length > 0) focusProblem(form.current, problems);
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
        <Summary general={problems[WHOLE_FORM]} fields={summary && `${strings.summary} ${summary}`} />
        {children}
      </form>
    </ProblemsContext>
  );
}

/** A problem of the whole form is visible here; problems of fields are only announced. */
function Summary({ general, fields }: { general: string | undefined; fields: string }) {
  return (
    <div role="alert" className={general ? "" : "sr-only"}>
      {general && (
        <p className="rounded-lg bg-destructive-muted px-3.5 py-2.5 text-destructive text-sm">{general}</p>
      )}
      {!general && fields !== "" && <p>{fields}</p>}
    </div>
  );
}
