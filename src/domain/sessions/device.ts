import Bowser from "bowser";
import { cutUserAgent } from "@/lib/user-agent.mjs";

/** What a person recognises: "Chrome on Linux". Programs are named by the first word they give of themselves. */
export function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(cutUserAgent(userAgent));
  if (browser.name && os.name) return `${browser.name} on ${os.name}`;
  if (browser.name) return browser.name;
  const program = /^[\w.-]+/.exec(userAgent)?.[0];
  return program ? program.slice(0, 50) : null;
}
