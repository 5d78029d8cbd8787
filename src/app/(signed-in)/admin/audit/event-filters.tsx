import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AUDIT_ACTIONS, type AuditAction } from "@/domain/audit/actions";
import { FilterForm } from "../../filter-form";
import { FilterSelect } from "../../filter-select";
import { FilterInput } from "../filter-input";

const LONGEST_NAME = 255;

/** Two side by side are cut on the smallest phones. */
const DAY = "max-[25rem]:col-span-2 sm:col-span-2";

export async function EventFilters({ query }: { query: Record<string, string> }) {
  const [t, actions] = await Promise.all([getTranslations("admin.audit"), getTranslations("activity")]);
  const nameOf: (action: AuditAction) => string = actions;
  return (
    <FilterForm
      action="/admin/audit"
      label={t("title")}
      values={query}
      className="grid grid-cols-2 gap-x-2.5 gap-y-3 border-border border-b p-4 sm:grid-cols-6 sm:p-5"
    >
      <FilterInput
        label={t("actor")}
        name="actor"
        defaultValue={query.actor}
        placeholder={t("nameHint")}
        maxLength={LONGEST_NAME}
        className="col-span-2"
      />
      <FilterInput
        label={t("subject")}
        name="subject"
        defaultValue={query.subject}
        placeholder={t("nameHint")}
        maxLength={LONGEST_NAME}
        className="col-span-2"
      />
      <FilterSelect
        label={t("action")}
        name="action"
        defaultValue={query.action ?? ""}
        className="col-span-2"
      >
        <option value="">{t("anyAction")}</option>
        {AUDIT_ACTIONS.map((action) => (
          <option key={action} value={action}>
            {nameOf(action)}
          </option>
        ))}
      </FilterSelect>
      <FilterInput label={t("from")} type="date" name="from" defaultValue={query.from} className={DAY} />
      <FilterInput label={t("to")} type="date" name="to" defaultValue={query.to} className={DAY} />
      <div className="col-span-2 sm:self-end">
        <Button type="submit">{t("submit")}</Button>
      </div>
    </FilterForm>
  );
}
