"use client";

import NextLink, { useLinkStatus } from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, useTransition } from "react";

/** A link between signed-in pages, fetched only when followed; while that takes, the header's bar says so. */
export function Link({ children, ...props }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...props}>
      {children}
      <WhileFollowed />
    </NextLink>
  );
}

function WhileFollowed() {
  return useLinkStatus().pending && <UnderWay />;
}

/** Shows the header's bar (signed-in.css) as long as it is anywhere on the page. */
export function UnderWay() {
  return <span data-under-way hidden />;
}

/** For what leads to a page and is gone by the time it comes: `underWay` is to be rendered by what stays. */
export function useGo() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (href: string) => startTransition(() => router.push(href));
  return { go, underWay: pending && <UnderWay /> };
}
