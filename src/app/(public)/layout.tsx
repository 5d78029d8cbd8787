import type { Metadata } from "next";
import type { ReactNode } from "react";
import { GateArches } from "@/components/gate-arches";
import { LanguageSwitch } from "@/components/language-switch";
import { ThemeSwitch } from "@/components/theme-switch";
import { readPreferences } from "@/http/page-preferences";

/** What a link to us looks like in a chat. The pages behind the sign-in are previewed by nobody. */
export const metadata: Metadata = {
  openGraph: { type: "website", images: { url: "/opengraph-image.png", width: 1200, height: 630, alt: "" } },
};

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { theme } = await readPreferences();
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-clip px-4">
      {/* In the middle for the usual height, but hung from the top: what is still to come, or to be said, moves nothing. */}
      <main className="mx-auto mt-[max(0px,50svh-24rem)] mb-auto w-full max-w-[25rem] py-10 sm:py-14">
        <div className="relative">
          <GateArches />
          {children}
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 pb-5 sm:gap-x-5">
        <LanguageSwitch />
        <ThemeSwitch current={theme} />
      </footer>
    </div>
  );
}
