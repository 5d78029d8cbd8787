import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = { from: string; to: string[]; mail: Email; raw: string; tls: boolean };

export type TestSmtp = {
  url: string;
  /** What it has taken, in that order. */
  received: Received[];
  close: () => Promise<void>;
};

type Behavior = SMTPServerOptions & {
  /** Answers the end of a message only with this, or not at all. */
  onMessage?: (received: Received) => Promise<void> | void;
  /** What it takes and then, instead of an answer, breaks the connection. */
  cutsAfter?: (received: Received) => boolean;
  port?: number;
};

/** A mail server that keeps what it is sent. */
export async function startSmtp(behavior: Behavior = {}): Promise<TestSmtp> {
  const { onMessage, cutsAfter, port: wanted = 0, ...options } = behavior;
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure || options.onAuth ? [] : ["STARTTLS"],
    logger: false,
    async onData(stream, session, callback) {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const raw = Buffer.concat(chunks).toString();
        const { mailFrom, rcptTo } = session.envelope;
        const message = {
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          mail: await PostalMime.parse(raw),
          raw,
          tls: session.secure,
        };
        await onMessage?.(message);
        received.push(message);
        if (cutsAfter?.(message)) return cut(server, session.id);
        callback();
      } catch (error) {
        callback(error as Error);
      }
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${options.secure ? "smtps" : "smtp"}://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function cut({ connections }: SMTPServer, sessionId: string) {
  for (const { id, _socket } of connections) if (id === sessionId) _socket.destroy();
}

/** An answer of the server's own, such as 550. */
export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
