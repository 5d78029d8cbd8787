/** What is wrong, by the field's name; under WHOLE_FORM what concerns no field. Sentences, ready to be shown. */
export type Problems = Record<string, string>;

export const WHOLE_FORM = "";

export type FormStrings = {
  required: string;
  mismatch: string;
  summary: string;
  unreachable: string;
  reference: string;
};

/** The browser's own checks of the form's attributes, told in the page's language. */
export function findProblems(form: HTMLFormElement, strings: FormStrings): Problems {
  const problems: Problems = {};
  for (const control of controlsOf(form)) {
    const original = control.dataset.repeats && form.elements.namedItem(control.dataset.repeats);
    if (control.validity.valueMissing) problems[control.name] = strings.required;
    else if (!control.validity.valid)
      problems[control.name] = control.dataset.problem ?? control.validationMessage;
    else if (original instanceof HTMLInputElement && original.value !== control.value)
      problems[control.name] = strings.mismatch;
  }
  return problems;
}

/** What the API says of a request that it refused (RFC 9457), as far as a form is concerned. */
export type Problem = {
  status: number;
  detail: string;
  field?: string;
  trace_id: string;
  errors?: { field: string; detail: string }[];
};

/** The problems that the API names, each at its field where the form has one. */
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

/** Into the first field in error; where none is, into the one to try again, so that one can type on at once. */
export function focusProblem(form: HTMLFormElement, problems: Problems) {
  const controls = controlsOf(form);
  const target =
    controls.find(({ name }) => problems[name]) ?? controls.find(({ dataset }) => "retry" in dataset);
  target?.focus();
}

function controlsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (element) =>
      (element instanceof HTMLInputElement && element.type !== "hidden") ||
      element instanceof HTMLSelectElement,
  ) as (HTMLInputElement | HTMLSelectElement)[];
}
