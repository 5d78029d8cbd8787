import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { FilterForm } from "../filter-form";
import { FilterSelect } from "../filter-select";
import { SearchInput } from "../search-input";

export async function UserFilters({ query }: { query: Record<string, string> }) {
  const t = await getTranslations("admin.users");
  return (
    <FilterForm
      action="/admin"
      label={t("title")}
      values={query}
      className="grid gap-2.5 border-border border-b p-4 sm:grid-cols-2 sm:p-5 lg:grid-cols-4"
    >
      <div className="flex gap-2.5 sm:col-span-2 lg:col-span-4">
        <SearchInput label={t("search")} defaultValue={query.q} maxLength={255} />
        <Button type="submit">{t("submit")}</Button>
      </div>
      <FilterSelect quiet name="role" label={t("role")} defaultValue={query.role ?? ""}>
        <option value="">{t("anyRole")}</option>
        <option value="admin">{t("admins")}</option>
        <option value="user">{t("others")}</option>
      </FilterSelect>
      <FilterSelect quiet name="is_active" label={t("status")} defaultValue={query.is_active ?? ""}>
        <option value="">{t("anyStatus")}</option>
        <option value="true">{t("activeOnly")}</option>
        <option value="false">{t("disabledOnly")}</option>
      </FilterSelect>
      <FilterSelect quiet name="is_verified" label={t("verification")} defaultValue={query.is_verified ?? ""}>
        <option value="">{t("anyVerification")}</option>
        <option value="true">{t("verifiedOnly")}</option>
        <option value="false">{t("unverifiedOnly")}</option>
      </FilterSelect>
      <FilterSelect quiet name="is_deleted" label={t("deletion")} defaultValue={query.is_deleted ?? ""}>
        <option value="">{t("notDeleted")}</option>
        <option value="true">{t("deletedOnly")}</option>
      </FilterSelect>
      <FilterSelect
        quiet
        name="sort"
        label={t("sort")}
        defaultValue={query.sort ?? ""}
        className="sm:col-span-2 md:hidden"
      >
        <option value="">{t("sorts.newest")}</option>
        <option value="created_at">{t("sorts.oldest")}</option>
        <option value="name">{t("sorts.name")}</option>
        <option value="-name">{t("sorts.nameDown")}</option>
        <option value="email">{t("sorts.email")}</option>
        <option value="-email">{t("sorts.emailDown")}</option>
        <option value="username">{t("sorts.username")}</option>
        <option value="-username">{t("sorts.usernameDown")}</option>
        <option value="role">{t("sorts.role")}</option>
        <option value="-role">{t("sorts.roleDown")}</option>
        <option value="-last_seen_at">{t("sorts.seen")}</option>
        <option value="last_seen_at">{t("sorts.seenDown")}</option>
      </FilterSelect>
    </FilterForm>
  );
}
