import type * as React from "react";

import { cn } from "@/components/ui/cn";

// Radix's avatar shows a picture only once script has loaded it; here it covers the initials from the first byte.

function Avatar({ className, ...props }: React.ComponentProps<"span">) {
  return (
    <span
      data-slot="avatar"
      className={cn("relative flex size-8 shrink-0 overflow-hidden rounded-full text-xs", className)}
      {...props}
    />
  );
}

function AvatarImage({ className, alt = "", ...props }: React.ComponentProps<"img">) {
  return (
    // biome-ignore lint/performance/noImgElement: it is stored in the size it is shown in
    <img
      data-slot="avatar-image"
      alt={alt}
      className={cn("absolute inset-0 size-full object-cover", className)}
      {...props}
    />
  );
}

function AvatarFallback({ className, ...props }: React.ComponentProps<"span">) {
  return (
    <span
      data-slot="avatar-fallback"
      className={cn(
        "grid size-full place-items-center bg-accent font-semibold text-accent-foreground",
        className,
      )}
      {...props}
    />
  );
}

export { Avatar, AvatarFallback, AvatarImage };
