"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Where the sections are that once stood on this page; servers never see a fragment. */
const MOVED: Record<string, string> = {
  "#password": "/settings/security#password",
  "#identities": "/settings/security#identities",
  "#sessions": "/settings/sessions",
  "#activity": "/settings/activity",
  "#deletion": "/settings/account#deletion",
};

export function MovedSections() {
  const router = useRouter();
  useEffect(() => {
    const place = MOVED[location.hash];
    if (place) router.replace(place);
  }, [router]);
  return null;
}
