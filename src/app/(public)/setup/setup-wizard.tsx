"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Mark } from "@/components/mark";
import { Card } from "@/components/ui/card";
import { AdministratorStep } from "./administrator-step";
import { type Draft, keepInDraft, readDraft } from "./draft";
import { FinishStep } from "./finish-step";
import { OrganizationStep } from "./organization-step";
import { Progress } from "./progress";
import type { SetupStrings } from "./setup-strings";
import type { StepProps } from "./step-form";
import { STEPS, stepIn } from "./steps";
import { WelcomeStep } from "./welcome-step";

const ADMINISTRATOR = STEPS.indexOf("administrator");

type Props = {
  requiresToken: boolean;
  /** The name preset by the settings. */
  organizationName: string;
  limits: StepProps["limits"];
  strings: SetupStrings;
  /** The introduction, rendered on the server. */
  children: ReactNode;
};

/**
 * Four steps over one form each. All of them stay in the page, so going back finds everything as it was typed; a reload
 * finds all but the passwords, and so goes back to where they are asked for. Only the last step writes.
 */
export function SetupWizard({ requiresToken, organizationName, limits, strings, children }: Props) {
  const asked = stepIn(useSearchParams().get("step"));
  const [reached, setReached] = useState(Math.min(asked, ADMINISTRATOR));
  const [answers, setAnswers] = useState<Draft>({});
  const [reloaded, setReloaded] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const current = Math.min(asked, reached);
  const step = STEPS[current]!;

  useEffect(() => {
    // The link with the token may be pasted into the tab that is open here already: read it as a new visit.
    function readAgain({ newURL }: HashChangeEvent) {
      // By now the router may have written its own address over it.
      const token = tokenOf(new URL(newURL).hash);
      if (token === undefined) return;
      keepInDraft("setup_token", token);
      location.reload();
    }
    window.addEventListener("hashchange", readAgain);
    return () => window.removeEventListener("hashchange", readAgain);
  }, []);

  useEffect(() => {
    const token = tokenOf(location.hash);
    if (token !== undefined) keepInDraft("setup_token", token);
    const draft: Draft = { ...readDraft(), ...(token !== undefined && { setup_token: token }) };
    for (const [name, value] of Object.entries(draft)) {
      const control = page.current?.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (control && control.value === control.defaultValue) control.value = value;
    }
    setAnswers((given) => ({ ...draft, ...given }));
    setReloaded(asked > 0 && draft.admin_email !== undefined);
    if (requiresToken && !draft.setup_token) setReached(0);
    // Keep the token out of the history and off the screen.
    showStep(history.replaceState, asked);
  }, [requiresToken, asked]);

  useEffect(() => {
    if (current < asked) showStep(history.replaceState, current);
  }, [current, asked]);

  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    const controls = page.current?.querySelectorAll<HTMLElement>("form:not([hidden]) input");
    const target = controls?.[0] ?? page.current?.querySelector("h1");
    target?.focus();
  }, [current]);

  function go(index: number, given: Draft = {}) {
    setAnswers((before) => ({ ...before, ...given }));
    setReached((before) => Math.max(before, index));
    showStep(history.pushState, index);
  }

  function keep({ target }: SyntheticEvent<HTMLDivElement>) {
    if (target instanceof HTMLInputElement) keepInDraft(target.name, target.value);
  }

  const shared = { limits, strings, go };
  return (
    <div ref={page} onInput={keep} className="min-h-[42rem]">
      <header className="mb-6 flex flex-col items-center text-center">
        <Mark className="mb-5 size-12 text-mark" />
        <h1 tabIndex={-1} className="font-semibold text-2xl outline-none">
          {strings.headings[step]}
        </h1>
        <p className="mt-1.5 text-balance text-muted-foreground text-sm">{strings.leads[step]}</p>
      </header>
      <Progress current={current} label={strings.progress[current]!} names={strings.names} />
      <Card className="p-6 shadow-card noscript:hidden sm:p-8">
        <WelcomeStep {...shared} hidden={step !== "welcome"} requiresToken={requiresToken}>
          {children}
        </WelcomeStep>
        <AdministratorStep {...shared} hidden={step !== "administrator"} reloaded={reloaded} />
        <OrganizationStep {...shared} hidden={step !== "organization"} name={organizationName} />
        <FinishStep {...shared} hidden={step !== "finish"} answers={answers} />
      </Card>
    </div>
  );
}

/** The token of the address that the log shows. */
function tokenOf(fragment: string) {
  return new URLSearchParams(fragment.slice(1)).get("token") ?? undefined;
}

function showStep(write: typeof history.pushState, index: number) {
  write.call(history, null, "", index === 0 ? "/setup" : `/setup?step=${STEPS[index]}`);
}
