"use client";

import { GateMessage } from "@/components/gate-message";
import "./globals.css";

/** Stands in for the root layout itself, and so knows neither language nor theme: it speaks both and follows the browser. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <GateMessage
          heading="Something broke on our side"
          body="У нас что-то сломалось. Попробуйте ещё раз."
          reference={error.digest}
        >
          <a href="/">↻ Gatehouse</a>
        </GateMessage>
      </body>
    </html>
  );
}
