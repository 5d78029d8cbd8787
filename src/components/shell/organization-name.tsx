import { Mark } from "@/components/mark";

/** Whose installation it is; in a collapsed sidebar only the mark of it is seen. */
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
