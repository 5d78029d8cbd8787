/** The logo: a gatehouse in the text color, with a lit door. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path
        fill="currentColor"
        d="M3 6a1.25 1.25 0 0 1 1.25-1.25h3.5A1.25 1.25 0 0 1 9 6v2.5h3.25V6a1.25 1.25 0 0 1 1.25-1.25h5A1.25 1.25 0 0 1 19.75 6v2.5H23V6a1.25 1.25 0 0 1 1.25-1.25h3.5A1.25 1.25 0 0 1 29 6v20.5a1.5 1.5 0 0 1-1.5 1.5H23v-8a7 7 0 0 0-14 0v8H4.5A1.5 1.5 0 0 1 3 26.5Z"
      />
      <path className="fill-lantern" d="M12.25 28v-8a3.75 3.75 0 0 1 7.5 0v8Z" />
    </svg>
  );
}
