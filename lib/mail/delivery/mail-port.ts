import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Mail, MailOutcome, MailPort } from './mail';

/** Together well under the lock on a letter. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** By SMTP where there is a server; else into a folder, a file a letter. */
export function openMailPort({ smtpUrl, outbox }: { smtpUrl: string | undefined; outbox: string }): MailPort {
  return smtpUrl ? smtpPort(smtpUrl) : outboxPort(outbox);
}

/** One connection, kept while there are letters: servers count connections, and a morning has thousands of letters. */
function smtpPort(url: string): MailPort {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    maxMessages: 100,
    ...PATIENCE,
  } as object);
  return {
    async send(mail) {
      try {
        await transport.sendMail({ ...envelopeOf(mail), text: mail.text, html: mail.html });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Of an error only its code is kept: servers repeat the address in their sentences. */
function outcomeOf({ code = 'error', command, responseCode }: SmtpError): MailOutcome {
  const trouble = responseCode ? `${responseCode} ${command ?? ''}`.trim() : code;
  if (responseCode && responseCode >= 500 && command === 'RCPT TO') return { kind: 'refused', trouble };
  return { kind: responseCode && command !== 'CONN' ? 'failed' : 'unreachable', trouble };
}

/** Both parts unencoded (8bit), so that a file is read as it is, in an editor and in a mail program. */
function outboxPort(folder: string): MailPort {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const part = (type: string, body: string) => ({
    raw: `Content-Type: text/${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n`,
  });
  return {
    async send(mail) {
      const { message } = await writer.sendMail({
        ...envelopeOf(mail),
        text: part('plain', mail.text),
        html: part('html', mail.html),
      });
      mkdirSync(folder, { recursive: true });
      const file = join(folder, mail.fileName);
      // Whole or not at all, and the same file if the letter is written twice.
      writeFileSync(`${file}.part`, message as Buffer);
      renameSync(`${file}.part`, file);
      return { kind: 'sent' };
    },
    close() {},
  };
}

function envelopeOf(mail: Mail) {
  return {
    from: mail.from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    xMailer: false as const,
    // Nothing that a reader has typed may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': { prepared: true, value: `<${mail.listId}>` },
      ...(mail.unsubscribe && {
        'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}
