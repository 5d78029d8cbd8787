import { Logo } from "@/components/logo";

type Props = { organization: { organization_name: string; logo_url: string | null } | null };

/** The organization's logo and name; only the logo in a collapsed sidebar. */
export function OrganizationName({ organization }: Props) {
  return (
    <>
      <Logo url={organization?.logo_url} className="size-6" />
      <span dir="auto" className="truncate md:collapsed:sr-only">
        {organization?.organization_name}
      </span>
    </>
  );
}
