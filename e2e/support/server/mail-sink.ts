import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it came over the wire. */
export interface Received {
  to: string;
  raw: string;
  headers: Map<string, string>;
  /** The parts, decoded. */
  text: string;
  html: string;
}

/** A mail server on 127.0.0.1 that keeps what it is sent, and refuses whom it does not know. */
export class MailSink {
  readonly letters: Received[] = [];
  /** Addresses that are answered 550. */
  readonly unknown = new Set<string>();
  /** Between a letter's last line and the answer that it is taken. */
  beforeAnswer: () => Promise<void> = async () => {};

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailSink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, answer) =>
        sink.unknown.has(address)
          ? answer(Object.assign(new Error(`<${address}> no such mailbox`), { responseCode: 550 }))
          : answer(),
      onData(stream, session, answer) {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', async () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          sink.letters.push(read(to, Buffer.concat(pieces).toString('latin1')));
          await sink.beforeAnswer();
          answer();
        });
      },
    });
    const sink = new MailSink(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): Received[] {
    return this.letters.filter((letter) => letter.to === address);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** The address of a page that a letter links to, without the host. */
export function linkIn({ text }: Received, page: string): string {
  const [, path] = new RegExp(`^https?://[^/]+(/${page}\\?token=\\S+)$`, 'm').exec(text) ?? [];
  if (!path) throw new Error(`the letter has no link to ${page}`);
  return path;
}

function read(to: string, raw: string): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = headersIn(head);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '-';
  const parts = rest.join('\r\n\r\n').split(`--${boundary}`);
  const part = (type: string) => decoded(parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '');
  return { to, raw, headers, text: part('text/plain').replaceAll('\r\n', '\n'), html: part('text/html') };
}

function headersIn(head: string): Map<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*:\s*/, '')]),
  );
}

/** Base64 or quoted-printable (RFC 2045), UTF-8. */
function decoded(part: string): string {
  const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
