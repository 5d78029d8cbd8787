import { Download } from "lucide";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { EventFilter } from "@/domain/audit/list-events";
import { addressOf } from "../../address";

export async function ExportLinks({ filter }: { filter: EventFilter }) {
  const t = await getTranslations("admin.audit");
  const { from, to, ...names } = filter;
  const query = { ...names, from: from?.toISOString(), to: to?.toISOString() };
  const formats = [
    { format: "csv", label: t("csv") },
    { format: "json", label: t("json") },
  ];
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <span className="text-muted-foreground text-xs">{t("export")}</span>
      {formats.map(({ format, label }) => (
        <Button asChild key={format} variant="outline" size="sm">
          <a href={addressOf("/api/v1/admin/audit-events", { ...query, format, download: "true" })} download>
            <Icon of={Download} className="size-3.5" /> {label}
          </a>
        </Button>
      ))}
    </div>
  );
}
