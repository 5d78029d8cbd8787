import { BRAND } from "@/brand";

/** The product's own: one shape in the text color, one in the accent's. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path fill="currentColor" d={BRAND.mark.shape} />
      <path className="fill-lantern" d={BRAND.mark.light} />
    </svg>
  );
}
