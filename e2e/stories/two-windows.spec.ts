import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { StoryDocument } from '@/lib/stories/body/document';
import { TestServer } from '../support/server/test-server';
import { type Role, signIn } from '../support/test';

/** How long the two write: longer by hand, as in `TRIAL_SECONDS=300 TRIAL_SEED=7 npx playwright test two-windows`. */
const seconds = Number(process.env.TRIAL_SECONDS ?? 45);
const seed = Number(process.env.TRIAL_SEED ?? 1);
/** Opening, the last look, and what a busy machine takes for them. */
const AROUND_MS = 240_000;

base.describe.configure({ timeout: seconds * 1000 + AROUND_MS, retries: 0 });

/** Mulberry32: the same seed writes the same words in the same order of chances. */
function chancesOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const digits = '০১২৩৪৫৬৭৮৯';
const inBengali = (number: number) =>
  String(number)
    .padStart(4, '0')
    .replace(/\d/g, (one) => digits[Number(one)] ?? '');
const words = 'ফেরি ঘাট কুয়াশা ভোর নদী সেতু বাজার ধান বৃষ্টি হাওর রেল পাট নৌকা চর বাঁধ আলো ক্ষেত দুর্গম'.split(' ');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `shown` by the browser and `known` to the editor: both empty at a caret. `at`: where it begins in the document. */
interface Selection {
  inBrowser: string;
  known: string;
  at: number;
}

interface Selected {
  mark: string;
  before: Selection;
  after: Selection;
}

/** As much as is asked of the editor that stands behind the text. */
interface EditorInPage {
  state: {
    selection: { from: number; to: number };
    doc: { textBetween: (from: number, to: number, block: string, leaf: string) => string };
  };
}

/** One of the two: a member of staff at a window of their own, who does what people do. */
class Writer {
  readonly marks: string[] = [];
  /** Marks that were begun in the editor and did not stand there after, each with why that might be. */
  readonly unseen: string[] = [];
  /** What was selected in the editor when a mark was to be typed: none is what a caret is. */
  readonly selections: Selected[] = [];
  readonly actionCounts: Record<string, number> = {};
  page!: Page;
  lastDeed = '';
  #turn = 0;
  isOver = false;

  private constructor(
    readonly name: string,
    readonly role: Role,
    private readonly server: TestServer,
    readonly context: BrowserContext,
    private readonly chance: () => number,
    private readonly say: (words: string) => void,
  ) {}

  static async at(
    browser: Browser,
    server: TestServer,
    role: Role,
    { name, chance, say }: { name: string; chance: () => number; say: (words: string) => void },
  ): Promise<Writer> {
    const context = await browser.newContext({
      baseURL: server.baseURL,
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(5000);
    const writer = new Writer(name, role, server, context, chance, say);
    writer.page = await context.newPage();
    await signIn(writer.page, server, role, '/admin/stories');
    return writer;
  }

  async work(storyId: number): Promise<void> {
    const address = `/admin/stories/${storyId}`;
    await this.page.goto(address);
    while (!this.isOver) {
      try {
        if (await this.#isAtForm(address)) await this.#doSomething(address);
        if (process.env.TRIAL_TALKS) await this.#lookAround(storyId);
      } catch (error) {
        // A page that goes away under one's hands: what a person does is to look again.
        this.say(`${this.name} is interrupted: ${String(error).split('\n')[0]?.slice(0, 140)}`);
        await wait(300);
      }
    }
  }

  /** For whoever looks for a cause: says which mark is nowhere, at the first moment that it is. */
  async #lookAround(storyId: number): Promise<void> {
    const inBrowser = await this.inBrowser();
    const here = (await this.#editor().textContent({ timeout: 1000 })) ?? '';
    const stored = this.server
      .rows<{ text: string }>(
        'select body_text as text from stories where id = ? union all select fields from story_drafts where story_id = ?',
        storyId,
        storyId,
      )
      .map(({ text }) => text)
      .join('\n');
    const drafts = this.server.rows(
      'select tab, stroke, based_on from story_drafts where story_id = ? and staff_id = (select id from staff where email = ?)',
      storyId,
      `${this.role}@barta.test`,
    );
    const gone = this.marks.filter((mark) => ![inBrowser, here, stored].some((text) => text.includes(mark)));
    this.say(
      `${this.name} ${this.lastDeed} typed ${this.marks.at(-1)}; based on ${await this.page.locator('[name=basedOn]').first().inputValue()}; drafts ${JSON.stringify(drafts)}${gone.length > 0 ? `; GONE ${gone.join(' ')}` : ''}`,
    );
  }

  /** Looks whether the form is there; opens it again if the browser shows something else, signs in if asked to. */
  async #isAtForm(address: string): Promise<boolean> {
    if (await this.#editor().isVisible()) return true;
    if (new URL(this.page.url()).pathname === '/login') {
      this.#count('signIn');
      await signIn(this.page, this.server, this.role, '/admin/stories').catch(() => undefined);
    }
    await wait(500);
    if (await this.#editor().isVisible()) return true;
    this.#count('openedAgain');
    await this.page.goto(address, { timeout: 10_000 }).catch(() => undefined);
    await this.#editor()
      .waitFor({ timeout: 8000 })
      .catch(() => undefined);
    return this.#editor().isVisible();
  }

  async #doSomething(address: string): Promise<void> {
    const luck = this.chance();
    if (luck < 0.7) return this.#type();
    if (luck < 0.84) return this.#save();
    if (luck < 0.88) return this.#typeWhileSaving();
    if (luck < 0.91) return this.#closeAndOpen(address);
    if (luck < 0.94) return this.#takeBack(address);
    return this.#cutNetwork();
  }

  #editor() {
    return this.page.locator('.rich__text');
  }

  #count(action: string): void {
    this.lastDeed = action;
    this.actionCounts[action] = (this.actionCounts[action] ?? 0) + 1;
  }

  async #type(): Promise<void> {
    const paragraphs = this.#editor().locator('> p');
    const count = await paragraphs.count();
    if (count === 0) return;
    await paragraphs.nth(Math.floor(this.chance() * count)).click({ timeout: 3000 });
    await this.page.keyboard.press(this.chance() < 0.5 ? 'End' : 'Home');
    // As long as a hand takes from one key to the next: the editor learns of a caret that has moved a moment later,
    // and Enter at once would part the word that was clicked on.
    await this.page.evaluate(() => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 30))));
    if (count < 12 && this.chance() < 0.25) await this.page.keyboard.press('Enter');
    await this.#typeMark();
  }

  /** A word with a number that nothing else has, between others. It counts as typed when it stands on the screen. */
  async #typeMark(): Promise<void> {
    const mark = `${this.name}${inBengali(this.#turn)}`;
    this.#turn += 1;
    const one = words[Math.floor(this.chance() * words.length)] ?? 'চর';
    const editor = await this.#editor().elementHandle();
    if (!(await editor?.evaluate((text) => text.contains(document.activeElement)))) return;
    // The editor takes three clicks at one place of the window for a triple one, also where the page was scrolled and a
    // word typed between them: no hand is so quick. What it selects would give way to the next key.
    const before = await this.#selected();
    if (before.inBrowser !== '' || before.known !== '') {
      this.#count('lifted');
      await this.page.keyboard.press('End');
      const after = await this.#selected();
      this.selections.push({ mark, before, after });
      this.say(`${this.name} lifts a selection at ${mark}: ${JSON.stringify({ before, after })}`);
    }
    await this.page.keyboard.type(` ${one} ${mark} `, { delay: 4 });
    const stands = await this.#editor().evaluate((text, wanted) => text.textContent?.includes(wanted), mark);
    if (stands) this.marks.push(mark);
    // A form that was opened anew, as after a publication, took it away from under the hands.
    else if (await editor?.evaluate((text) => text.isConnected)) this.unseen.push(mark);
    else this.#count('openedAnew');
    this.#count('type');
    await wait(this.chance() * 250);
  }

  /** The selection as the browser shows it, and as the editor knows it: a key acts on the latter. */
  async #selected(): Promise<Selection> {
    return this.#editor().evaluate((text) => {
      const { editor } = text as HTMLElement & { editor?: EditorInPage };
      const { from = 0, to = 0 } = editor?.state.selection ?? {};
      const known = editor?.state.doc.textBetween(from, to, '¶', '*') ?? '';
      const inBrowser = document.getSelection()?.toString() ?? '';
      return { inBrowser, known: from === to ? '' : known || '*', at: from };
    });
  }

  async #save(): Promise<void> {
    this.#count('save');
    await this.page.locator('button[name=do][value=save]').first().click({ timeout: 3000 });
    await wait(400 + this.chance() * 900);
    await this.#merge();
  }

  /** As those do who cannot wait: the caret goes back into the text while the save is on its way. */
  async #typeWhileSaving(): Promise<void> {
    this.#count('typeWhileSaving');
    await this.page.locator('button[name=do][value=save]').first().click({ timeout: 3000 });
    await this.#editor().locator('> p').last().click({ timeout: 3000 });
    for (let more = 0; more < 3; more += 1) await this.#typeMark();
    await this.#merge();
  }

  /** Both texts stay wherever both have written. */
  async #merge(): Promise<void> {
    const merge = this.page.locator('section.merge');
    for (let tries = 0; tries < 4 && (await merge.isVisible()); tries += 1) {
      this.#count('merge');
      for (const conflict of await merge.locator('fieldset.merge__conflict').all()) {
        const both = conflict.locator('input[value=both]');
        await ((await both.count()) > 0 ? both : conflict.locator('input[value=mine]')).check({
          timeout: 3000,
        });
      }
      await merge.locator('button[name=do][value=save]').click({ timeout: 3000 });
      await wait(900);
    }
  }

  async #closeAndOpen(address: string): Promise<void> {
    this.#count('closeTab');
    const next = await this.context.newPage();
    await this.page.close();
    this.page = next;
    await next.goto(address, { timeout: 10_000 }).catch(() => undefined);
    await this.#editor()
      .waitFor({ timeout: 8000 })
      .catch(() => undefined);
  }

  /** What is offered is taken into the form, where it is on the page. */
  async #takeBack(address: string): Promise<void> {
    if ((await this.page.locator('.offer').count()) === 0) {
      this.#count('reload');
      await this.page.goto(address, { timeout: 10_000 }).catch(() => undefined);
      await wait(800);
    }
    const take = this.page.locator('.offer button[value^="take:"]').first();
    if ((await take.count()) === 0) return;
    this.#count('take');
    await take.click({ timeout: 3000 });
    await wait(900);
  }

  async #cutNetwork(): Promise<void> {
    const isWhole = this.chance() < 0.6;
    this.#count(isWhole ? 'offline' : 'abort');
    if (isWhole) await this.context.setOffline(true);
    else await this.context.route('**/*', (route) => route.abort());
    try {
      for (let more = 0; more < 2; more += 1) await this.#type();
      if (this.chance() < 0.5) await this.#save();
      await wait(this.chance() * 1500);
    } finally {
      await this.context.setOffline(false);
      await this.context.unroute('**/*');
    }
  }

  /** All that the browser holds of texts which the server has not confirmed. */
  async inBrowser(): Promise<string> {
    return this.page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('barta-kept'))
        .map(([, text]) => text)
        .join('\n'),
    );
  }
}

/**
 * The ways in which the other may have come between: a click beside a word puts the caret into it at times, and what is
 * typed there parts it. Every letter is there; and as no word is like a piece of a mark, the pieces are known.
 */
function partingsOf(mark: string): string[][] {
  return [...Array(mark.length - 1).keys()].map((at) => [mark.slice(0, at + 1), mark.slice(at + 1)]);
}

interface Version {
  version: number;
  fields: string;
  staff_id: number | null;
}

/** For whoever looks for the cause: between which versions a lost mark went, by whom, and what else did. */
function whereabouts(server: TestServer, storyId: number, mark: string): string {
  const versions = server.rows<Version>(
    `select version, fields, staff_id from story_versions where story_id = ?
     union all select version, json_object('body', json(body_doc)), null from stories where id = ? order by version`,
    storyId,
    storyId,
  );
  const paragraphsOf = ({ fields }: Version) =>
    (JSON.parse(fields) as { body: StoryDocument }).body.content.map((block) => JSON.stringify(block));
  const last = versions.findLastIndex(({ fields }) => fields.includes(mark));
  const [held, next] = [versions[last], versions[last + 1]];
  if (!held || !next) return 'in no version';
  const [before, after] = [paragraphsOf(held), paragraphsOf(next)];
  return JSON.stringify({
    last: [held.version, held.staff_id],
    next: [next.version, next.staff_id],
    gone: before.filter((paragraph) => !after.includes(paragraph)),
    come: after.filter((paragraph) => !before.includes(paragraph)),
  });
}

base(
  'two write on one story through cuts, kills and closed tabs, and no word of either is lost',
  async ({ browser }) => {
    const server = await TestServer.open();
    const chance = chancesOf(seed);
    const begun = Date.now();
    const heard: string[] = [];
    const say = (what: string) => {
      heard.push(`${((Date.now() - begun) / 1000).toFixed(1)} s: ${what}`);
      if (process.env.TRIAL_TALKS) process.stdout.write(`${heard.at(-1)}\n`);
    };
    try {
      const one = await Writer.at(browser, server, 'editor', {
        name: 'মিতু',
        chance: chancesOf(seed * 31 + 1),
        say,
      });
      const other = await Writer.at(browser, server, 'chief', {
        name: 'রহিম',
        chance: chancesOf(seed * 31 + 2),
        say,
      });
      const both = [one, other];

      await one.page.goto('/admin/stories/new');
      await one.page.locator('form[aria-label="নতুন খবর"] [name=section]').selectOption('national');
      await one.page.locator('[name=headline]').fill('দুই জানালা');
      await one.page.locator('.rich__text').click();
      for (let at = 0; at < 5; at += 1) {
        await one.page.keyboard.type(`অনুচ্ছেদ ${words[at]}।`);
        await one.page.keyboard.press('Enter');
      }
      await one.page.getByRole('button', { name: 'খসড়া সংরক্ষণ করুন', exact: true }).click();
      await one.page.waitForURL(/did=create/);
      const storyId = Number(new URL(one.page.url()).pathname.split('/').at(-1));

      const writing = Promise.all(both.map((writer) => writer.work(storyId)));
      const end = Date.now() + seconds * 1000;
      const kills = Math.max(2, Math.round(seconds / 25));
      for (let kill = 0; kill < kills; kill += 1) {
        await wait((seconds * 1000) / (kills + 1) - 3000 + chance() * 2000);
        say('the server is killed');
        await server.stop('SIGKILL');
        await wait(500 + chance() * 2500);
        await server.start();
        say('the server is back');
        if (kill === 0) {
          say('every session ends');
          server.change('update staff_sessions set ended_at = 1 where ended_at is null');
          for (const writer of both) {
            // As the status beside the save says: sign in again, in a new tab.
            const tab = await writer.context.newPage();
            await signIn(tab, server, writer.role, '/admin').catch((error) =>
              say(`sign-in: ${String(error).slice(0, 80)}`),
            );
            await tab.close();
          }
        }
      }
      await wait(Math.max(0, end - Date.now()));
      for (const writer of both) writer.isOver = true;
      await writing;
      // Everything that is under way comes to its end: the windows are closed, and opened again as the next day.
      for (const writer of both) {
        const next = await writer.context.newPage();
        await writer.page.close();
        writer.page = next;
        await next.goto(`/admin/stories/${storyId}`);
        if (new URL(next.url()).pathname === '/login') {
          await signIn(next, server, writer.role, '/admin/stories');
          await next.goto(`/admin/stories/${storyId}`);
        }
        await next.locator('.rich__text').waitFor();
        // The browser's own texts reach the server first; from then on they are on the page.
        await expect.poll(() => writer.inBrowser(), { timeout: 30_000 }).toBe('');
      }
      const lost: string[] = [];
      const offered: string[] = [];
      const parted: string[] = [];
      for (const writer of both) {
        await writer.page.reload();
        const onPage = (await writer.page.locator('section.offers').allInnerTexts()).join('\n');
        const [story] = server.rows<{ body: string }>(
          'select body_text as body from stories where id = ?',
          storyId,
        );
        const words = new Set(`${story?.body}\n${onPage}`.split(/\s+/));
        for (const mark of writer.marks) {
          if (story?.body.includes(mark)) continue;
          if (onPage.includes(mark)) offered.push(mark);
          else if (partingsOf(mark).some((pieces) => pieces.every((piece) => words.has(piece))))
            parted.push(mark);
          else lost.push(`${mark}: ${whereabouts(server, storyId, mark)}`);
        }
      }
      const all = both.flatMap(({ marks }) => marks);
      const report = {
        seed,
        seconds,
        marks: all.length,
        offered: offered.length,
        parted,
        lost,
        unseen: both.flatMap(({ unseen }) => unseen),
        lifted: both.reduce((sum, { selections }) => sum + selections.length, 0),
        // What lifting did not lift gave way to the mark: text, were it lost, would be lost here.
        stayed: both.flatMap(({ selections }) => selections.filter(({ after }) => after.known !== '')),
        actions: Object.fromEntries(both.map(({ name, actionCounts }) => [name, actionCounts])),
      };
      process.stdout.write(`${JSON.stringify(report)}\n`);
      if (lost.length > 0 || report.unseen.length > 0) process.stdout.write(`${heard.join('\n')}\n`);

      expect(all.length).toBeGreaterThan(seconds / 3);
      expect(lost, `seed ${seed}`).toEqual([]);
      expect(report.unseen, `seed ${seed}: typed in the editor and gone from under the hands`).toEqual([]);
      for (const writer of both) await writer.context.close();
    } finally {
      await server.close();
    }
  },
);
