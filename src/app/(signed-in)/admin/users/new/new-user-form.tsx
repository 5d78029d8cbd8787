"use client";

import { type ReactNode, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings } from "@/components/form/problems";
import { SelectField } from "@/components/form/select-field";
import { Link } from "@/components/link";
import { Button } from "@/components/ui/button";
import { CardFooter } from "@/components/ui/card";
import { gatehouse } from "../../../keep-session";
import { LinkResult, type LinkResultStrings } from "../../link-result";

type Props = {
  limits: { email: number; fullName: number; usernamePattern: string };
  strings: {
    form: FormStrings;
    labels: Record<"email" | "username" | "fullName" | "role" | "user" | "admin", string>;
    optional: string;
    usernameHint: string;
    problems: Record<"email" | "username", string>;
    result: LinkResultStrings;
    another: string;
    view: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

type Made = { user: { id: string; email: string }; link?: string };

export function NewUserForm({ limits, strings, children }: Props) {
  const [made, setMade] = useState<Made>();
  const { labels, problems, result } = strings;

  async function send(form: HTMLFormElement) {
    const fields = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const { email = "", username, full_name, role } = fields;
    const body = { email, username: username || undefined, full_name, role: role as "user" | "admin" };
    const { data, error } = await gatehouse.POST("/api/v1/admin/users", { body });
    if (data) setMade(data);
    return error;
  }

  if (made) {
    return (
      <>
        <div className="p-5 sm:p-6">
          <LinkResult
            link={made.link}
            strings={{ ...result, mailed: result.mailed.replace("{email}", made.user.email) }}
          />
        </div>
        <CardFooter>
          <Button variant="outline" onClick={() => setMade(undefined)}>
            {strings.another}
          </Button>
          <Button asChild>
            <Link href={`/admin/users/${made.user.id}`}>{strings.view}</Link>
          </Button>
        </CardFooter>
      </>
    );
  }
  return (
    <ApiForm send={send} onDone={() => {}} strings={strings.form}>
      <div className="grid gap-5 p-5 sm:grid-cols-2 sm:p-6">
        <Field
          name="email"
          type="email"
          label={labels.email}
          problem={problems.email}
          autoComplete="off"
          maxLength={limits.email}
          required
          autoFocus
        />
        <Field
          name="username"
          label={labels.username}
          note={strings.optional}
          hint={strings.usernameHint}
          problem={problems.username}
          pattern={limits.usernamePattern}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          name="full_name"
          label={labels.fullName}
          note={strings.optional}
          autoComplete="off"
          maxLength={limits.fullName}
        />
        <SelectField name="role" label={labels.role}>
          <option value="user">{labels.user}</option>
          <option value="admin">{labels.admin}</option>
        </SelectField>
      </div>
      <CardFooter>{children}</CardFooter>
    </ApiForm>
  );
}
