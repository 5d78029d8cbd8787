"use client";

import { BRAND } from "@/brand";
import { GateMessage } from "@/components/gate-message";
import "./globals.css";

/** Replaces the root layout, so it knows neither language nor theme: it speaks each a line and the browser's theme. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <GateMessage
          heading="Something went wrong"
          body="Что-то пошло не так. · Etwas ist schiefgegangen."
          reference={error.digest}
        >
          <a href="/">↻ {BRAND.name}</a>
        </GateMessage>
      </body>
    </html>
  );
}
