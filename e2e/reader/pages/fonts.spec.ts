import type { Page } from '@playwright/test';
import { faceFiles } from '@/lib/fonts/faces';
import { expect, testWithOwnServer } from '../../support/test';

const test = testWithOwnServer();
const serif = faceFiles['serif-700'];
/** A pair of consonants that no text has held so far, and that the cut of the serif draws with a torn hasanta. */
const outside = 'ঘ্ল';

interface PublishedStory {
  id: number;
  path: string;
}

type Server = Parameters<Parameters<typeof test>[2]>[0]['server'];

/** Two stories, so that a test that changes one leaves the other as it was. */
function stories(server: Server): [PublishedStory, PublishedStory] {
  const [one, other] = server.rows<PublishedStory>(
    `select s.id, '/' || slug || '/' || s.id as path from stories s join sections on sections.id = s.section_id
     where s.state = 'published' and s.id in (select story_id from comments where state = 'visible') order by s.id`,
  );
  if (!one || !other) throw new Error('the demo has no two stories with comments');
  return [one, other];
}

/** Changes a row as the newsroom does: with the event that makes pages render again. */
function change(server: Server, tag: string, sql: string, ...values: unknown[]): void {
  server.change(sql, ...values);
  server.change('insert into page_events (tags, at) values (?, ?)', JSON.stringify([tag]), Date.now());
}

/** The font files that the browser fetches for a page. */
async function fontsOf(page: Page, path: string): Promise<string[]> {
  const fetched: string[] = [];
  page.on('request', (one) => one.resourceType() === 'font' && fetched.push(new URL(one.url()).pathname));
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  return fetched;
}

/** Whether two families draw a text by the same pixels. `files` are loaded under names of their own. */
async function drawnAlike(page: Page, text: string, one: string, file: string): Promise<boolean> {
  return page.evaluate(
    async ([text, one, file]) => {
      const face = await new FontFace('Compared', `url("${file}")`).load();
      document.fonts.add(face);
      await document.fonts.load(`700 60px "${one}"`, text);
      const pixels = (family: string) => {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: 600, height: 150 });
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        context.font = `700 60px "${family}"`;
        context.fillText(text, 10, 100);
        return context.getImageData(0, 0, 600, 150).data.join();
      };
      const alike = pixels(one) === pixels('Compared');
      document.fonts.delete(face);
      return alike;
    },
    [text, one, file] as const,
  );
}

test('a story inside the cut fetches no whole face', async ({ page, server }) => {
  const [, story] = stories(server);
  expect((await fontsOf(page, story.path)).filter((file) => file.includes('-whole'))).toEqual([]);
});

test('a headline with a cluster outside the cut is drawn by the whole face', async ({ page, server }) => {
  const [story] = stories(server);
  const headline = `খবরে ${outside}`;
  const [was] = server.rows<{ headline: string }>('select headline from stories where id = ?', story.id);
  change(server, `story:${story.id}`, 'update stories set headline = ? where id = ?', headline, story.id);
  const fetched = await fontsOf(page, story.path);

  await expect(page.locator('h1')).toHaveText(headline);
  expect(fetched).toContain(serif.whole);
  // The cut is declared too, and a browser may have begun with it before it has read the second style sheet.
  expect(await page.content()).not.toContain(`href="${serif.cut}"`);
  expect(await drawnAlike(page, headline, 'Barta Serif', serif.whole)).toBe(true);
  expect(await drawnAlike(page, headline, 'Barta Serif', serif.cut)).toBe(false);
  expect(await server.barta('fonts', 'check')).toContain(`${story.path}  ${outside} (serif-700)`);
  change(
    server,
    `story:${story.id}`,
    'update stories set headline = ? where id = ?',
    was?.headline,
    story.id,
  );
});

test('a comment with such a cluster makes its story link the whole face', async ({ request, server }) => {
  const [story] = stories(server);
  const [comment] = server.rows<{ id: number; body: string }>(
    `select id, body from comments where story_id = ? and state = 'visible' limit 1`,
    story.id,
  );
  const write = (body?: string) =>
    change(
      server,
      `discussion:${story.id}`,
      'update comments set body = ? where id = ?',
      body ?? '',
      comment?.id,
    );
  const html = async () => (await request.get(story.path)).text();
  write(`মন্তব্যে ${outside}`);
  expect(await html()).toContain(`<link rel="stylesheet" href="${serif.wholeStyles}"/>`);
  expect(await server.barta('fonts', 'check')).toContain(`${story.path}  ${outside}`);

  write(comment?.body);
  expect(await html()).not.toContain(serif.wholeStyles);
  expect(await server.barta('fonts', 'check')).toContain('0 pages need a whole font.');
});

test('a search for such a cluster is answered with the whole face, and a light page with none', async ({
  request,
}) => {
  const answer = await request.get(`/search?q=${encodeURIComponent(outside)}`);
  expect(await answer.text()).toContain(serif.wholeStyles);
  expect(await (await request.get('/lite')).text()).not.toContain('/fonts/');
});

test('the words that an older cut tore are drawn as by the whole face', async ({ page }) => {
  await page.goto('/');
  for (const word of ['সেন্ট্রাল', 'কন্ট্রোল', 'এন্ট্রি', 'স্প্লিট', 'গল্ফ', 'স্প্রিন্ট']) {
    const [cut, whole] = await page.evaluate(
      async ([word, ...files]) => {
        const widths: number[] = [];
        for (const file of files) {
          const face = await new FontFace('Measured', `url("${file}")`).load();
          document.fonts.add(face);
          const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          context.font = '700 60px "Measured"';
          widths.push(context.measureText(word).width);
          document.fonts.delete(face);
        }
        return widths;
      },
      [word, serif.cut, serif.whole] as const,
    );
    // The grids of the two files differ, so that a width is rounded to one pixel more or less; a torn cluster is 20 wider.
    expect(Math.abs((cut ?? 0) - (whole ?? 0)), word).toBeLessThanOrEqual(1);
  }
});
