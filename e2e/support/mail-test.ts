import { MailSink } from './server/mail-sink';
import { TestServer } from './server/test-server';
import { test as base } from './test';

/** A test in a newsroom whose letters go to a mail server of its own, the `sink`. */
export const testWithMail = base.extend<object, { sink: MailSink }>({
  sink: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
    async ({}, use) => {
      const sink = await MailSink.open();
      await use(sink);
      await sink.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ sink }, use) => {
      const server = await TestServer.open({ SMTP_URL: sink.url, MAIL_FROM: 'desk@barta.test' });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
