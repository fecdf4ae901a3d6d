import { axeViolations, complaintsOf, expect, test } from '../../support/test';

/** What the older site had, and no other test looks at: its links and its sound, without script as with it. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the channel, the newsroom’s pages elsewhere and its own lines stand on every page, from the settings', async ({
      page,
      server,
    }) => {
      const settings = {
        liveTvUrl: 'https://tv.example/live',
        facebookUrl: 'https://www.facebook.com/barta.example',
        youtubeUrl: 'https://www.youtube.com/@barta.example',
        xUrl: 'https://x.com/barta_example',
        footerNote: 'সম্পাদক: শিরিন আখন্দ',
      };
      for (const [key, value] of Object.entries(settings)) await server.barta('setting', key, value);
      for (const path of ['/', '/national', '/international/1', '/contact']) {
        await page.goto(path);
        await expect(page.locator('.strip').getByRole('link', { name: 'লাইভ টিভি' })).toHaveAttribute(
          'href',
          settings.liveTvUrl,
        );
        const foot = page.getByRole('contentinfo');
        for (const address of [settings.facebookUrl, settings.youtubeUrl, settings.xUrl])
          await expect(foot.locator(`a[href="${address}"]`)).toHaveAttribute('rel', 'me noopener');
        await expect(foot).toContainText(settings.footerNote);
        await expect(foot.getByRole('link', { name: 'ওপরে ফিরুন' })).toHaveAttribute('href', '#top');
      }
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const date = await page.locator('.strip p').boundingBox();
        expect(date?.width, `room for the date beside the channel at ${width}`).toBeGreaterThan(0.3 * width);
      }
      if (javaScriptEnabled)
        for (const path of ['/national', '/sports']) {
          await page.goto(path);
          await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
          });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide, `${path} with letters twice as large at 320`).toBeLessThanOrEqual(320);
        }
      for (const key of Object.keys(settings)) await server.barta('setting', key, '');
    });

    test('a story that can be heard has a player of the browser’s own, which fetches nothing by itself', async ({
      page,
      server,
    }) => {
      server.change("update stories set audio = '/media/khobor.mp3', audio_seconds = 205 where id = 1");
      server.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/international/1');
      const player = page.locator('.story audio');
      await expect(player).toHaveAttribute('controls', '');
      await expect(player).toHaveAttribute('preload', 'none');
      await expect(player).toHaveAttribute('aria-label', /\S/);
      expect(asked.filter((address) => address.includes('khobor'))).toEqual([]);
      server.change("update stories set audio = '', audio_seconds = null where id = 1");
      server.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
    });

    test('a post from another site is a card: no request goes to that site before it is pressed', async ({
      page,
      server,
    }) => {
      const complaints = complaintsOf(page);
      const asked: string[] = [];
      await page.route(/^https:/, (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>ওখানকার পোস্ট</h1>' });
      });
      const card = (from: string, href: string) =>
        `<a class="embed" data-from="${from}" href="${href}" rel="nofollow noopener"><span><strong>${from} থেকে</strong><span>${from}</span></span></a>`;
      const post = 'https://www.facebook.com/barta/posts/12';
      const opened = [
        ['facebook', post, 'https://www.facebook.com/plugins/post.php'],
        ['x', 'https://x.com/barta/status/12', 'https://platform.twitter.com/embed/Tweet.html'],
        [
          'youtube',
          'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
          'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
        ],
      ] as const;
      const [body] = server.rows<{ body_html: string }>('select body_html from stories where id = 4');
      const write = (html: string) => {
        server.change('update stories set body_html = ? where id = 4', html);
        server.change('insert into page_events (tags, at) values (\'["story:4"]\', ?)', Date.now());
      };
      write(opened.map(([from, href]) => card(from, href)).join('') + card('link', 'https://example.com/a'));
      await page.goto('/national/4', { waitUntil: 'networkidle' });
      const first = page.locator('a.embed').first();
      const hint = 'চাপলে এখানেই খুলবে';
      expect(asked).toEqual([]);
      await expect(page.locator('a.embed').last()).not.toContainText(hint);

      if (javaScriptEnabled) {
        for (const [from, href, frame] of opened) {
          const link = page.locator(`a.embed[href="${href}"]`);
          await expect(link).toContainText(hint);
          await link.press('Enter');
          const shown = page.locator(`iframe[title="${from} থেকে"]`).contentFrame();
          await expect(shown.getByRole('heading')).toHaveText('ওখানকার পোস্ট');
          await expect(link).not.toContainText(hint);
          expect(asked.splice(0).join()).toContain(frame);
        }
        expect(await axeViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
      }
      // Beneath a frame the link leads there: the frame may have shown nothing.
      await first.click();
      await expect(page).toHaveURL(post);
      write(body?.body_html ?? '');
    });
  });
}
