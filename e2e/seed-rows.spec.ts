import { expect, test } from './support/test';

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
  });
}
