import { axeViolations, complaintsOf, expect, test } from './support/test';

/** What the older site had, and no other test looks at: its links and its sound, without script as with it. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the channel, the newsroom’s pages elsewhere and its own lines stand on every page, from the settings', async ({
      page,
      house,
    }) => {
      const settings = {
        liveTvUrl: 'https://tv.example/live',
        facebookUrl: 'https://www.facebook.com/barta.example',
        youtubeUrl: 'https://www.youtube.com/@barta.example',
        xUrl: 'https://x.com/barta_example',
        footerNote: 'সম্পাদক: শিরিন আখন্দ',
      };
      for (const [key, value] of Object.entries(settings)) await house.barta('setting', key, value);
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
      for (const key of Object.keys(settings)) await house.barta('setting', key, '');
    });

    test('a story that can be heard has a player of the browser’s own, which fetches nothing by itself', async ({
      page,
      house,
    }) => {
      house.change("update stories set audio = '/media/khobor.mp3', audio_seconds = 205 where id = 1");
      house.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/international/1');
      const player = page.locator('.story audio');
      await expect(player).toHaveAttribute('controls', '');
      await expect(player).toHaveAttribute('preload', 'none');
      await expect(player).toHaveAttribute('aria-label', /\S/);
      expect(asked.filter((address) => address.includes('khobor'))).toEqual([]);
      house.change("update stories set audio = '', audio_seconds = null where id = 1");
      house.change('insert into page_events (tags, at) values (\'["story:1"]\', ?)', Date.now());
    });

    test('a post of another house is a card: nothing is asked of that house before it is pressed', async ({
      page,
      house,
    }) => {
      const complaints = complaintsOf(page);
      const asked: string[] = [];
      await page.route(/^https:/, (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>ওখানকার পোস্ট</h1>' });
      });
      const card = (from: string, href: string) =>
        `<a class="embed" data-from="${from}" href="${href}" rel="nofollow noopener"><span><strong>${from} থেকে</strong><span>${from}</span></span></a>`;
      const [post, timeline] = ['https://www.facebook.com/barta/posts/12', 'https://x.com/barta'];
      const [body] = house.rows<{ body_html: string }>('select body_html from stories where id = 4');
      const write = (html: string) => {
        house.change('update stories set body_html = ? where id = 4', html);
        house.change('insert into page_events (tags, at) values (\'["story:4"]\', ?)', Date.now());
      };
      write(`<p>ক</p>${card('facebook', post)}${card('x', timeline)}`);
      await page.goto('/national/4', { waitUntil: 'networkidle' });
      const [first, second] = [page.locator('a.embed').nth(0), page.locator('a.embed').nth(1)];
      const hint = 'চাপলে এখানেই খুলবে';
      expect(asked).toEqual([]);
      await expect(second).not.toContainText(hint);

      if (javaScriptEnabled) {
        await expect(first).toContainText(hint);
        await first.press('Enter');
        const frame = page.locator('iframe[title="facebook থেকে"]');
        await expect(frame.contentFrame().getByRole('heading')).toHaveText('ওখানকার পোস্ট');
        expect(asked).toEqual([
          `https://www.facebook.com/plugins/post.php?show_text=true&href=${encodeURIComponent(post)}`,
        ]);
        expect(await axeViolations(page)).toEqual([]);
        expect(complaints).toEqual([]);
        // The second press leads there: the frame may have shown nothing.
        await expect(first).not.toContainText(hint);
      }
      await first.click();
      await expect(page).toHaveURL(post);
      write(body?.body_html ?? '');
    });
  });
}
