import { Mark } from "@/components/mark";

/** The organization's logo and name; only the logo in a collapsed sidebar. */
export function OrganizationName({ children }: { children: string }) {
  return (
    <>
      <Mark className="size-6 text-mark" />
      <span dir="auto" className="truncate md:collapsed:sr-only">
        {children}
      </span>
    </>
  );
}
