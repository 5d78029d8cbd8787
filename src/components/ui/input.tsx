import type * as React from "react";

// Also used by selects and text areas. Classes are joined without `cn`, to keep the sign-in page light.
const inputStyle =
  "h-10 w-full min-w-0 text-ellipsis rounded-lg border border-input bg-card px-3 text-base shadow-xs transition-[border-color,box-shadow] placeholder:text-muted-foreground disabled:opacity-60 focus-visible:border-ring focus-visible:outline-3 focus-visible:outline-offset-0 focus-visible:outline-ring/30 aria-invalid:border-destructive aria-invalid:focus-visible:outline-destructive/25 sm:text-sm";

function Input({ className = "", ...props }: React.ComponentProps<"input">) {
  return <input data-slot="input" dir="auto" className={`${inputStyle} read-only:bg-muted read-only:text-muted-foreground ${className}`} {...props} />;
}

export { Input, inputStyle };
