import type { Page } from '@playwright/test';
import type { TestServer } from '../../support/server/test-server';
import { axeViolations, complaintsOf, expect, testWithOwnServer } from '../../support/test';

/** Judged as the demo is, not by what other tests have published. */
const test = testWithOwnServer();

/** Every kind of page that readers have, by what it is called in a failure. `:form` is the newest story of that form. */
const kinds: readonly (readonly [string, string])[] = [
  ['the front', '/'],
  ['a section', '/national'],
  ['opinions', '/opinion'],
  ['a report', '/international/1'],
  ['a photo story', ':photo'],
  ['a film', ':video'],
  ['an explainer', ':explainer'],
  ['a live story', ':live'],
  ['an opinion', ':opinion'],
  ['a long read', ':longread'],
  ['a discussion', ':discussed'],
  ['a wide table and a sound without a title', ':tabled'],
  ['photo stories', '/photos'],
  ['films', '/videos'],
  ['the map', '/district'],
  ['a division', '/district/dhaka-division'],
  ['a district', '/district/dhaka'],
  ['the archive', '/archive'],
  ['a day', ':day'],
  ['the search', '/search'],
  ['search results', `/search?q=${encodeURIComponent('ঢাকা')}`],
  ['a search without result', '/search?q=zzzzqqqq'],
  ['a topic', `/topic/${encodeURIComponent('পরিবেশ')}`],
  ['a byline', '/byline/nahida-sultana'],
  ['the writers', '/byline'],
  ['the newsroom', '/staff'],
  ['most read', '/popular'],
  ['most read of the week', '/popular/week'],
  ['the contact form', '/contact'],
  ['the form for news', '/send-news'],
  ['the morning letter', '/letter'],
  ['what was saved', '/saved'],
  ['without a line', '/offline'],
  ['a page of the newsroom’s', '/page/about'],
  ['a reader’s own page', '/account'],
  ['an address that is not', '/nowhere/at-all'],
  ['a story that is not', '/national/999999'],
  ['a retracted story', ':retracted'],
  ['the light front', '/lite'],
  ['a light section', '/lite/national'],
  ['a light story', '/lite/international/1'],
  ['a light explainer', 'lite:explainer'],
  ['a wide table on a light page', 'lite:tabled'],
];

/** The demo has taken nothing back: one is, for as long as these tests last. */
const takenBack =
  "(select min(id) from stories where section_id = (select id from sections where slug = 'technology'))";
test.beforeAll(({ server }) => {
  server.change(
    `update stories set state = 'retracted', retracted_at = ?, retraction_note = 'ছবিটি অন্য ঘটনার।'
     where id = ${takenBack}`,
    Date.now(),
  );
  server.change(
    "update stories set body_html = ? where external_id = 'demo-20'",
    `<p>ক</p><table><tr>${'<th>জনসংখ্যা</th>'.repeat(9)}</tr></table><figure class="player"><audio src="/media/a.mp3" controls="" preload="none"></audio></figure>`,
  );
  server.change('insert into page_events (tags, at) values (\'["site","front"]\', ?)', Date.now());
});
test.afterAll(({ server }) => {
  server.change(
    `update stories set state = 'published', retracted_at = null, retraction_note = '' where id = ${takenBack}`,
  );
  server.change('insert into page_events (tags, at) values (\'["site","front"]\', ?)', Date.now());
});

for (const [name, at] of kinds) {
  test(`${name} is fit for everyone: four widths, both themes, large letters, forced colours`, async ({
    page,
    server,
  }) => {
    test.slow();
    const path = addressOf(server, at);
    const complaints = complaintsOf(page);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(server.baseURL))
        elsewhere.push(request.url());
    });
    for (const [width, colorScheme] of [
      [320, 'light'],
      [390, 'dark'],
      [768, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      expect(await sideways(page), `${width}`).toBeLessThanOrEqual(0);
      // The narrowest and the widest, each in a theme of its own: what lies between is made of the same pieces.
      if (width === 320 || width === 1280)
        expect(await axeViolations(page, ['target-size']), `${width} ${colorScheme}`).toEqual([]);
    }
    // At 1280 and 200 %, a window is 640 wide; and letters alone may be twice as large.
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 640, height: 400 });
    expect(await sideways(page), 'zoomed').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await sideways(page), 'letters twice as large').toBeLessThanOrEqual(0);
    expect(await cutWords(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await sideways(page), 'the same on a phone').toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    expect(await smallTargets(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.evaluate(spaceLetters);
    expect(
      await sideways(page),
      'letters, words and lines apart as WCAG 1.4.12 has them',
    ).toBeLessThanOrEqual(0);
    expect(await cutWords(page)).toEqual([]);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });

    expect(await unmarkedForeignWords(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await edgelessControls(page)).toEqual([]);
    expect(await untoldChoices(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await expect(page.locator('main#main h1')).toHaveCount(1);
    expect(elsewhere, 'nobody else is asked for anything').toEqual([]);
    // A 404 and a 410 are told on the console, too.
    expect(complaints.filter((line) => !/status of 4(04|10)/.test(line))).toEqual([]);
  });
}

for (const at of ['/', ':discussed', ':photo', ':explainer', '/search?q=ঢাকা', '/district', '/contact'])
  test(`by Tab alone all of ${at} is come to, in the window, with the focus to be seen`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(addressOf(server, at), { waitUntil: 'networkidle' });
    const lost: string[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(faultOfFocus);
      if (fault === null) break;
      if (fault) lost.push(fault);
    }
    expect(lost).toEqual([]);
    expect(await page.evaluate(neverFocused)).toEqual([]);
  });

for (const [width, at, panel] of [
  [390, '/', '.menu'],
  [1280, '/international/1', '.share__more'],
] as const)
  test(`what ${panel} opens covers nothing that the focus comes to, and closes by Escape`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(at, { waitUntil: 'networkidle' });
    const opener = page.locator(`${panel} summary`);
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator(`${panel} a:focus`)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await expect(page.locator(`${panel}[open]`)).toHaveCount(0);

    await page.keyboard.press('Enter');
    await page.locator(`${panel} a`).last().focus();
    await page.keyboard.press('Tab');
    await expect(page.locator(`${panel}[open]`)).toHaveCount(0);
    const isOnTop = await page.evaluate(() => {
      const at = document.activeElement as Element;
      const { left, top, width, height } = at.getBoundingClientRect();
      return at.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(isOnTop).toBe(true);

    await page.setViewportSize({ width: 390, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await opener.click();
    expect(await sideways(page), 'letters twice as large on a phone').toBeLessThanOrEqual(0);
  });

/** `null` behind the last; `''` for what is in order. Of a link on the map `places` looks at the dot. */
function faultOfFocus(): string | null {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  at.setAttribute('data-was-focused', '');
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const name = `${at.tagName} ${at.textContent?.trim().slice(0, 40)}`;
  const isSeen =
    box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!isSeen) return `out of the window: ${name}`;
  const mayShow = [at, at.closest('.card, .op, .item, label'), ...((at as HTMLInputElement).labels ?? [])];
  const shows = mayShow.some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
  return shows || at.closest('svg, .skip') ? '' : `shows nothing: ${name}`;
}

/** What can be operated and was not come to; of a row of radio buttons one is enough. */
function neverFocused(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
  );
  return [...all]
    .filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.matches(':disabled, [type=radio]'))
    .filter((one) => !one.hasAttribute('data-was-focused'))
    .map((one) => one.outerHTML.slice(0, 100));
}

for (const path of ['/saved', '/nowhere/at-all', '/letter', '/account'])
  test(`on a screen taller than ${path} nothing is left below the foot of the page`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 1800 });
    await page.goto(path);
    const foot = await page.getByRole('contentinfo').boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeCloseTo(1800, 0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(1800);
  });

/** Where a kind of page is to be seen in this newsroom. */
function addressOf(server: TestServer, wanted: string): string {
  if (wanted.startsWith('lite:')) return `/lite${addressOf(server, wanted.slice(4))}`;
  if (!wanted.startsWith(':')) return wanted;
  const kind = wanted.slice(1);
  const where: Record<string, string> = {
    retracted: "state = 'retracted'",
    tabled: "external_id = 'demo-20'",
    day: "state = 'published'",
    discussed: "state = 'published' and exists (select 1 from comments where story_id = stories.id)",
  };
  const [story] = server.rows<{ path: string; day: string }>(
    `select '/' || slug || '/' || stories.id as path,
     date(published_at / 1000, 'unixepoch', '+6 hours') as day from stories
     join sections on sections.id = section_id
     where ${where[kind] ?? `state = 'published' and form = '${kind}'`} order by published_at desc limit 1`,
  );
  if (!story) throw new Error(`the demo has no ${kind}`);
  return kind === 'day' ? `/archive/${story.day}` : story.path;
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Within which no words may be lost (WCAG 1.4.12). */
function spaceLetters(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
}

/** Where a finger has less than 24 px, but in a line of a text. A card is its link's room, a label its field's. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], audio, video',
    );
    return [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.vh, .skip, svg'))
      .filter((one) => {
        const label = one.closest('label');
        const { width, height } = (label ?? one).getBoundingClientRect();
        if (width < 2 || (width >= 24 && height >= 24)) return false;
        if (getComputedStyle(one, '::after').position === 'absolute') return false;
        const beside = [...(one.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
        );
        return !(beside && getComputedStyle(one).display === 'inline');
      })
      .map((one) => `${one.getBoundingClientRect().height}: ${one.outerHTML.slice(0, 100)}`);
  });
}

/** Words that stand in a box too small for them, which does not scroll. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, a, button, label, li, td, th, summary')]
      .filter((element) => {
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline' || !element.checkVisibility() || element.closest('.vh, .skip')) return false;
        const isCut =
          (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
        return isCut && element.clientWidth > 1;
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`),
  );
}

/** Two words or more in Latin letters that are not said to be: not what readers have written, nor addresses. */
function unmarkedForeignWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, .comment, [lang]:not([lang=bn])')) continue;
      const words = (node.textContent ?? '').replace(/\S*[@/]\S*/g, '');
      if (/[A-Za-z]{2,}[^A-Za-z]{1,3}[A-Za-z]{2,}/.test(words)) found.push(words.trim().slice(0, 60));
    }
    return found;
  });
}

/** Buttons and fields that only a background told from the page: in forced colours that is gone. */
function edgelessControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, .btn, .chip')]
      .filter((element) => {
        if (
          !element.checkVisibility() ||
          element.matches('.vh, [type=hidden], [type=checkbox], [type=radio]')
        )
          return false;
        const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(element);
        const hasEdge = (borderTopWidth !== '0px' && borderTopStyle !== 'none') || outlineStyle !== 'none';
        // What has words is found by them; a field has none of its own.
        return !hasEdge && !element.textContent?.trim() && !element.querySelector('svg');
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

/** What is chosen and said only by a ground or a shadow, and lists whose arrow was one. */
function untoldChoices(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[aria-current], [aria-selected=true], select')]
      .filter((element) => {
        if (!element.checkVisibility()) return false;
        const { appearance, textDecorationLine } = getComputedStyle(element);
        return element.matches('select') ? appearance === 'none' : textDecorationLine !== 'underline';
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}
