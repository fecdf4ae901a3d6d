import { expect, test as plain } from '@playwright/test';
import { answerIn, CommentClient } from '../support/forms/comment-client';
import { BuildCopy } from '../support/server/build-copy';
import { TestServer, until } from '../support/server/test-server';
import { answerOn, test } from '../support/test';

// Several servers are opened and builds copied.
plain.describe.configure({ timeout: 240_000 });

const story = '/international/1';
const before = 'খবর, নির্ভুল ও নিরপেক্ষ';
const after = 'নতুন সংস্করণের কথা';

const sheetIn = (html: string) => /"(\/_next\/static\/[^"]+\.css)"/.exec(html)?.[1] ?? 'no style sheet';

/** Readers who ask without a pause, until `end()`; it says which were failed. A day without a story is a true 404. */
function readers(server: TestServer, paths: (turn: number) => string) {
  let isOver = false;
  let answers = 0;
  const failed: string[] = [];
  const all = Array.from({ length: 4 }, async (_, reader) => {
    for (let turn = reader; !isOver; turn += 4) {
      const path = paths(turn);
      const status = await fetch(server.baseURL + path).then(
        async (answer) => {
          await answer.text();
          return answer.status;
        },
        (error: Error) => error.message,
      );
      answers++;
      if (status !== 200 && status !== 404) failed.push(`${path}: ${status}`);
    }
  });
  return {
    async end() {
      isOver = true;
      await Promise.all(all);
      return { answers, failed };
    },
  };
}

plain('a deploy fails nobody, shows the new pages, and takes forms that were open before', async () => {
  const copy = new BuildCopy();
  const server = await TestServer.open({ RENDERERS: '2' }, copy.root);
  try {
    const client = new CommentClient(server.baseURL, story);
    const openBefore = await client.page();
    const oldSheet = sheetIn(openBefore);
    const oldRenderers = await server.rendererPids();
    expect(oldRenderers).toHaveLength(2);
    // Half of them from memory; of the rest each is a page that nobody has asked for before.
    const days = (turn: number) => new Date(Date.UTC(2000, 0, 1 + turn)).toISOString().slice(0, 10);
    const reading = readers(server, (turn) => (turn % 2 ? story : `/archive/${days(turn)}`));

    copy.rebuild('second', [before, after]);
    expect(await server.barta('deploy')).toContain('Build second has taken over');

    const { answers, failed } = await reading.end();
    expect(failed).toEqual([]);
    expect(answers).toBeGreaterThan(10);
    await until(async () => (await client.page()).includes(after), 'the new pages are there');
    const page = await client.page();
    expect(sheetIn(page)).toContain('second-');
    for (const sheet of [sheetIn(page), oldSheet]) {
      expect((await fetch(server.baseURL + sheet)).status, sheet).toBe(200);
    }

    const answer = await client.post(
      { body: 'আগের পাতা থেকে পাঠানো', name: 'রহিম', email: 'deploy@mail.example' },
      openBefore,
    );
    expect([answer.status, answerIn(answer)]).toEqual([303, 'done']);
    await until(
      async () => (await server.rendererPids()).every((pid) => !oldRenderers.includes(pid)),
      'the old renderers end',
    );
    expect(await server.barta('deploy')).toContain('is already running');
  } finally {
    await server.close();
    copy.remove();
  }
});

plain('a build that cannot start leaves the old one in its place, and says so', async () => {
  const copy = new BuildCopy();
  const server = await TestServer.open({}, copy.root);
  try {
    const [renderer] = await server.rendererPids();
    copy.breakBuild('broken');

    await expect(server.barta('deploy')).rejects.toThrow('The new build has not taken over');

    expect(await server.rendererPids()).toContain(renderer);
    expect((await fetch(`${server.baseURL}/district`)).status).toBe(200);
  } finally {
    await server.close();
    copy.remove();
  }
});

plain('where no server runs, deploy says so', async () => {
  const server = await TestServer.open();
  await server.stop();
  await expect(server.barta('deploy')).rejects.toThrow('The server is not running');
  await server.close();
});

plain('renderers that are killed one after the other fail no reader', async () => {
  const server = await TestServer.open({ RENDERERS: '2' });
  const days = (turn: number) => new Date(Date.UTC(1990, 0, 1 + turn)).toISOString().slice(0, 10);
  const reading = readers(server, (turn) => (turn % 2 ? story : `/archive/${days(turn)}`));

  for (let kill = 0; kill < 4; kill++) {
    await until(async () => (await server.rendererPids()).length === 2, 'both renderers are there');
    const [pid] = await server.rendererPids();
    if (pid) process.kill(pid, 'SIGKILL');
    await until(async () => !(await server.rendererPids()).includes(pid ?? 0), 'it has ended');
  }

  expect((await reading.end()).failed).toEqual([]);
  await server.close();
});

plain('what is read most is remembered before anyone asks', async () => {
  const server = await TestServer.open({ WARM_PAGES: '500' });
  const hour = Math.floor(Date.now() / 3_600_000);
  const [wanted] = server.rows<{ id: number; section: string }>(
    `select stories.id, slug as section from stories join sections on sections.id = section_id
     where state = 'published' order by published_at limit 1`,
  );
  server.change(
    'insert into view_counts (story_id, hour, views) values (?, ?, 900) on conflict do update set views = 900',
    wanted?.id,
    hour,
  );
  await server.stop();
  await server.start();

  const path = `/${wanted?.section}/${wanted?.id}`;
  await until(async () => {
    const [renderer] = await server.rendererPids();
    if (!renderer) return false;
    process.kill(renderer, 'SIGSTOP');
    try {
      const answer = await fetch(server.baseURL + path, { signal: AbortSignal.timeout(500) });
      return answer.status === 200;
    } catch {
      return false;
    } finally {
      process.kill(renderer, 'SIGCONT');
    }
  }, 'the page is there without a renderer');
  await server.close();
});

test('a form that the new build does not know is sent again by the page itself, and without script says so', async ({
  page,
  server,
}) => {
  const spoil = (descriptor: Element) => {
    const input = descriptor as HTMLInputElement;
    input.value = input.value.replace(/"id":"[0-9a-f]+"/, `"id":"${'60'.padEnd(42, 'ab')}"`);
  };
  await page.goto(story);
  await page.locator('#comment-body').fill('পুরোনো ফরম থেকে');
  await page.locator('#comment-name').fill('করিম');
  await page.locator('#comment-email').fill('old-form@mail.example');
  await page.locator('[data-comment-form] input[name^="$ACTION_"][name$=":0"]').evaluate(spoil);
  await page.getByRole('button', { name: 'মন্তব্য পাঠান' }).click();
  await expect(answerOn(page)).toBeVisible();
  expect(server.rows("select id from comments where body = 'পুরোনো ফরম থেকে'")).toHaveLength(1);

  const client = new CommentClient(server.baseURL, story);
  const old = (await client.page()).replace(
    /(&quot;id&quot;:&quot;)[0-9a-f]+/g,
    `$1${'60'.padEnd(42, 'ab')}`,
  );
  const answer = await client.post({ body: 'আরেকটি', name: 'করিম', email: 'old-form@mail.example' }, old);
  expect(answer.status).toBe(409);
  expect(answer.page).toContain('পাতাটি নতুন করে খুলে আবার পাঠান');
});
