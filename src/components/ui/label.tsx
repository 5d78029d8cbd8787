import type * as React from "react";

function Label({ className = "", ...props }: React.ComponentProps<"label">) {
  // biome-ignore lint/a11y/noLabelWithoutControl: whoever uses it says what it labels
  return <label data-slot="label" className={`font-medium text-sm ${className}`} {...props} />;
}

export { Label };
