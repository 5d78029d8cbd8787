"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings } from "@/components/form/problems";
import { SelectField } from "@/components/form/select-field";
import { gatehouse } from "../../keep-session";
import { LinkResult, type LinkResultStrings } from "../link-result";

type Props = {
  maxLength: number;
  strings: {
    form: FormStrings;
    labels: Record<"email" | "role" | "user" | "admin", string>;
    problem: string;
    result: LinkResultStrings;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

type Sent = { email: string; link?: string };

export function InviteForm({ maxLength, strings, children }: Props) {
  const router = useRouter();
  const [sent, setSent] = useState<Sent>();
  const [count, setCount] = useState(0);
  const { labels, result } = strings;

  async function send(form: HTMLFormElement) {
    const { email = "", role } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const body = { email, role: role as "user" | "admin" };
    const { data, error } = await gatehouse.POST("/api/v1/admin/invitations", { body });
    if (data) setSent(data);
    return error;
  }

  function show() {
    setCount(count + 1);
    router.refresh();
  }

  return (
    <ApiForm send={send} onDone={show} strings={strings.form} className="grid gap-4 p-5 sm:p-6">
      {/* A new key empties the fields for the next one. */}
      <div
        key={count}
        className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_auto] sm:*:last:self-start sm:*:last:pt-[1.625rem]"
      >
        <Field
          name="email"
          type="email"
          label={labels.email}
          problem={strings.problem}
          autoComplete="off"
          maxLength={maxLength}
          required
        />
        <SelectField name="role" label={labels.role}>
          <option value="user">{labels.user}</option>
          <option value="admin">{labels.admin}</option>
        </SelectField>
        <div>{children}</div>
      </div>
      {sent && (
        <LinkResult
          link={sent.link}
          strings={{ ...result, mailed: result.mailed.replace("{email}", sent.email) }}
        />
      )}
    </ApiForm>
  );
}
