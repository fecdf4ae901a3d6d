import { chmodSync, closeSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { TestServer } from '../support/server/test-server';
import { expect, test } from '../support/test';

const isDatabaseFile = (name: string) => /\.db(?:-wal|-shm)?$/.test(name);

test('a setting changed by the CLI is on the very next page', async ({ server, request }) => {
  const before = await (await request.get('/international/1')).text();
  expect(before).toContain('ট্যাগ :');

  expect(await server.barta('setting', 'labelSet', 'en')).toContain('labelSet = en');
  const after = await (await request.get('/international/1')).text();
  expect(after).toContain('Write Your Comment');

  await server.barta('setting', 'labelSet', 'bn');
  expect(await (await request.get('/international/1')).text()).toContain('ট্যাগ :');
});

test('a file of stories comes in once, its bad row is told, and its stories are read at once', async ({
  server,
  request,
}) => {
  const file = join(server.folder, 'stories.json');
  writeFileSync(
    file,
    JSON.stringify([
      {
        id: 'cli-1',
        section: 'sports',
        headline: 'নৌকাবাইচে পাঁচ গ্রামের জয়',
        body: ['প্রথম অনুচ্ছেদ।', 'দ্বিতীয় অনুচ্ছেদ।'],
        publishedMinutesAgo: 1,
      },
      {
        id: 'cli-2',
        section: 'no-such-section',
        headline: 'ঘর নেই যার',
        body: ['লেখা।'],
        publishedMinutesAgo: 1,
      },
    ]),
  );
  expect(await (await request.get('/sports')).text()).not.toContain('নৌকাবাইচে পাঁচ গ্রামের জয়');

  const first = await server.barta('import-stories', file);
  expect(first).toContain('no-such-section');
  expect(await (await request.get('/sports')).text()).toContain('নৌকাবাইচে পাঁচ গ্রামের জয়');

  expect(await server.barta('import-stories', file)).toContain('1 imported before');
  expect(server.rows("select id from stories where external_id = 'cli-1'")).toHaveLength(1);
  expect(server.rows("select id from stories where external_id = 'cli-2'")).toHaveLength(0);
});

test('nobody else on the machine can read the database, its log and a backup, also of an older installation', async () => {
  const server = await TestServer.open();
  try {
    await server.stop();
    for (const name of readdirSync(server.folder).filter(isDatabaseFile))
      chmodSync(join(server.folder, name), 0o644);
    await server.start();
    expect(server.output).toContain('it is private now');
    await server.barta('backup', join(server.folder, 'copy.db'));
    const files = readdirSync(server.folder).filter(isDatabaseFile);
    expect(files).toEqual(expect.arrayContaining(['barta.db', 'barta.db-wal', 'copy.db']));
    for (const name of files)
      expect([name, statSync(join(server.folder, name)).mode & 0o077]).toEqual([name, 0]);
  } finally {
    await server.close();
  }
});

test('a damaged database is a reason not to be ready, and a backup of it is refused with a sentence', async () => {
  const server = await TestServer.open();
  try {
    expect((await fetch(`${server.baseURL}/api/ready`)).status).toBe(200);
    await server.stop();
    const [{ page }] = server.rows<{ page: number }>(
      "select rootpage as page from sqlite_master where name = 'comments'",
    ) as [{ page: number }];
    const file = openSync(join(server.folder, 'barta.db'), 'r+');
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (page - 1) * 4096);
    closeSync(file);
    await server.start();

    await expect
      .poll(async () => (await fetch(`${server.baseURL}/api/ready`)).json())
      .toEqual({ status: 'not ready', reasons: { integrity: 'the database is damaged' } });
    expect((await fetch(`${server.baseURL}/api/ready`)).status).toBe(503);
    expect((await fetch(`${server.baseURL}/`)).status).toBe(200);
    const refused = await server
      .barta('backup', join(server.folder, 'copy.db'))
      .catch((failed: { code: number; stderr: string }) => failed);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('The database is damaged') });
    expect(refused).toMatchObject({ stderr: expect.not.stringContaining('    at ') });
  } finally {
    await server.close();
  }
});

test('a wrong word is answered with the usage, and every command has help', async ({ server }) => {
  const refused = await server
    .barta('setting', 'motto', 'x')
    .catch((failed: { code: number; stderr: string }) => failed);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('motto') });
  for (const command of [
    'migrate',
    'seed demo',
    'staff add',
    'staff reset-password',
    'publish-due',
    'mail-bounced',
    'import-stories',
    'setting',
  ]) {
    expect(await server.barta(...command.split(' '), '--help')).toContain(command);
  }
});
