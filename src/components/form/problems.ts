/** Problem messages by field name; under WHOLE_FORM those that concern no single field. */
export type Problems = Record<string, string>;

export const WHOLE_FORM = "";

export const ANY_FIELD = "*";

export type FormStrings = {
  /** By field name; ANY_FIELD for all others. */
  required: Record<string, string>;
  mismatch: string;
  summary: string;
  unreachable: string;
  reference: string;
};

/** The browser's own constraint validation, with messages in the page's language. */
export function findProblems(form: HTMLFormElement, strings: FormStrings): Problems {
  const problems: Problems = {};
  for (const control of controlsOf(form)) {
    const original = control.dataset.repeats && form.elements.namedItem(control.dataset.repeats);
    if (control.validity.valueMissing)
      problems[control.name] = strings.required[control.name] ?? strings.required[ANY_FIELD] ?? "";
    else if (!control.validity.valid)
      problems[control.name] = control.dataset.problem ?? control.validationMessage;
    else if (original instanceof HTMLInputElement && original.value !== control.value)
      problems[control.name] = strings.mismatch;
  }
  return problems;
}

/** The API's problem document (RFC 9457), as far as forms need it. */
export type Problem = {
  status: number;
  detail: string;
  field?: string;
  trace_id: string;
  errors?: { field: string; detail: string }[];
};

/** Maps the API's problems to the form's fields. */
export function problemsOf(problem: Problem, form: HTMLFormElement, strings: FormStrings): Problems {
  if (!problem.detail) return { [WHOLE_FORM]: strings.unreachable };
  if (problem.status >= 500)
    return { [WHOLE_FORM]: `${problem.detail} ${strings.reference} ${problem.trace_id}` };
  const known = new Set(controlsOf(form).map(({ name }) => name));
  const problems = (problem.errors ?? [problem]).map(({ field, detail }) => [
    field && known.has(field) ? field : WHOLE_FORM,
    detail,
  ]);
  return Object.fromEntries(problems.reverse());
}

/** Focuses the first field with a problem, else the one to retry. */
export function focusProblem(form: HTMLFormElement, problems: Problems) {
  const controls = controlsOf(form);
  const target =
    controls.find(({ name }) => problems[name]) ?? controls.find(({ dataset }) => "retry" in dataset);
  target?.focus();
}

/** All problems in one sentence each, after the field's label. */
export function summarize(form: HTMLFormElement, problems: Problems): string {
  const sentences = controlsOf(form).flatMap(({ name, labels }) => {
    const problem = problems[name];
    const label = labels?.[0]?.firstChild?.textContent;
    return problem && name !== WHOLE_FORM ? [label ? `${label}: ${problem}` : problem] : [];
  });
  return sentences.join(" ");
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element) =>
      (element instanceof HTMLInputElement && element.type !== "hidden") ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  ) as Control[];
}
