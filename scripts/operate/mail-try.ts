import { z } from "zod";
import { sendsMail } from "@/lib/can-mail";
import { sendLetter } from "@/lib/smtp";
import { renderTrial } from "@/mails/trial";
import { LaunchError } from "../launch/ground/failure.mjs";
import { operate } from "./operation";

// npm run mail:try -- you@example.com: sends one mail, now and not by a job, and says what the server made of it.

await operate(async () => {
  const to = process.argv[2] ?? "";
  if (!z.email().safeParse(to).success)
    throw new LaunchError("Whom shall it be sent to?", { todo: ["npm run mail:try -- you@example.com"] });
  if (!sendsMail())
    throw new LaunchError("SMTP_URL is not set, so nothing is sent.", {
      todo: ["docs/mail.md has an example."],
    });
  const { organization, ...letter } = await renderTrial(to);
  await sendLetter({ ...letter, to, senderName: organization }).catch((error: Error) => {
    const { message } = (error.cause as Error | undefined) ?? error;
    throw new LaunchError(`The mail server didn't take it: ${message}`, { todo: ["npm run doctor"] });
  });
  console.log(`The mail server has taken a mail to ${to}. If it doesn't arrive, look in the spam folder.`);
});
