import type { Browser, Page } from '@playwright/test';
import { House, until } from './support/house';
import { expect, type Role, signIn, test } from './support/test';

/** The same each time, and longer or other by the environment. */
const seconds = Number(process.env.TRIAL_SECONDS ?? 45);
const seed = Number(process.env.TRIAL_SEED ?? 20261124);

const merge = (page: Page) => page.getByRole('region', { name: 'দুজনের লেখা মিলিয়ে' });
const saveButton = (page: Page) => page.getByRole('button', { name: 'সংরক্ষণ করুন', exact: true });

/** A member at the desk who writes words that are known again, each once. */
class Writer {
  readonly words: string[] = [];
  address = '';
  #paragraphs = 0;

  private constructor(
    readonly page: Page,
    private readonly letter: string,
    private readonly chance: () => number,
  ) {}

  static async at(
    browser: Browser,
    house: House,
    { role, letter, chance }: { role: Role; letter: string; chance: () => number },
  ): Promise<Writer> {
    const context = await browser.newContext({ baseURL: house.baseURL });
    const page = await context.newPage();
    await signIn(page, house, role, '/admin/stories');
    page.setDefaultTimeout(20_000);
    return new Writer(page, letter, chance);
  }

  /** One thing that people do: mostly type; sometimes save, lose the network, look at both texts and save them. */
  async go(): Promise<void> {
    try {
      await this.#act();
    } catch (error) {
      // The form may be gone in the middle of it, with the server.
      if (await this.isAtForm()) throw error;
    }
  }

  async #act(): Promise<void> {
    const dice = this.chance();
    if (!(await this.isAtForm())) return this.comeBack();
    if (await merge(this.page).isVisible()) return this.confirm();
    if (dice < 0.12) return this.save();
    if (dice < 0.2) return this.loseNetwork();
    return this.type();
  }

  /** When the server is killed with a save on its way, an error page takes the form's place. */
  async isAtForm(): Promise<boolean> {
    return (await this.page.getByRole('form', { name: 'খবর সম্পাদনা' }).count()) > 0;
  }

  /** As the page says: load it again, until there is somebody to answer. What was typed is offered there. */
  async comeBack(): Promise<void> {
    await until(async () => {
      await this.page.goto(this.address).catch(() => undefined);
      return this.isAtForm();
    }, 'the form is back');
  }

  async type(): Promise<void> {
    const word = `${this.letter}${String(this.words.length + 1).padStart(4, '0')}`;
    const isNewParagraph = this.#paragraphs === 0 || this.chance() < 0.5;
    const body = this.page.locator('[contenteditable=true], textarea[name=body]').first();
    await body.focus();
    await this.page.keyboard.press('Control+End');
    if (isNewParagraph) {
      await this.page.keyboard.press('Enter');
      if (!(await body.getAttribute('contenteditable'))) await this.page.keyboard.press('Enter');
      this.#paragraphs += 1;
    }
    await this.page.keyboard.type(`${word} `, { delay: 5 });
    this.words.push(word);
  }

  async save(): Promise<void> {
    await saveButton(this.page).click();
  }

  async loseNetwork(): Promise<void> {
    const context = this.page.context();
    await context.setOffline(true);
    for (let n = 0; n < 3; n += 1) await this.type();
    await this.save();
    for (let n = 0; n < 3; n += 1) await this.type();
    await context.setOffline(false);
  }

  async confirm(): Promise<void> {
    const both = merge(this.page).getByRole('radio', { name: 'দুটিই থাকবে' });
    for (const radio of await both.all()) await radio.check();
    await this.page.getByRole('button', { name: 'মেলানো লেখা সংরক্ষণ করুন' }).click();
  }

  /** Everything that this window shows: what stands in the form, is offered, or is side by side to choose from. */
  async shown(): Promise<string> {
    const typed = await this.page.locator('[contenteditable=true], textarea[name=body]').first();
    const inForm = await typed.evaluate((element) =>
      element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? ''),
    );
    return `${inForm}\n${await this.page.locator('main').innerText()}`;
  }
}

test('two write one story through network cuts and a server that is killed, and not a word is missing', async ({
  browser,
}) => {
  test.setTimeout((seconds + 240) * 1000);
  const house = await House.open();
  try {
    const editor = await Writer.at(browser, house, { role: 'editor', letter: 'ক', chance: seeded(seed) });
    const chief = await Writer.at(browser, house, { role: 'chief', letter: 'খ', chance: seeded(seed + 1) });
    const id = await begin(editor.page);
    for (const writer of [editor, chief]) writer.address = `/admin/stories/${id}`;
    await chief.page.goto(chief.address);

    const deadline = Date.now() + seconds * 1000;
    const write = async (writer: Writer) => {
      while (Date.now() < deadline) await writer.go();
    };
    const kill = async () => {
      for (const part of [0.3, 0.65]) {
        await new Promise((go) =>
          setTimeout(go, Math.max(0, deadline - seconds * 1000 * (1 - part) - Date.now())),
        );
        await house.stop('SIGKILL');
        await new Promise((go) => setTimeout(go, 1500));
        await house.start();
      }
    };
    await Promise.all([write(editor), write(chief), kill()]);

    for (const writer of [editor, chief]) {
      if (!(await writer.isAtForm())) await writer.comeBack();
      await writer.save();
      await until(
        async () => {
          if (!(await writer.isAtForm())) await writer.comeBack();
          if (await merge(writer.page).isVisible()) await writer.confirm();
          const { page } = writer;
          const isWaiting = await page.getByText('সংরক্ষণ অপেক্ষায় আছে').isVisible();
          return !isWaiting && !(await merge(page).isVisible()) && (await isSettled(page));
        },
        'the last save goes through',
        60,
      );
    }
    for (const { page } of [editor, chief]) await page.goto(`/admin/stories/${id}`);

    const story = house.rows<{ body: string }>('select body from stories where id = ?', id)[0]?.body ?? '';
    const held = [story, await editor.shown(), await chief.shown()].join('\n');
    expect(editor.words.length).toBeGreaterThan(seconds / 10);
    expect(chief.words.length).toBeGreaterThan(seconds / 10);
    const missing = [...editor.words, ...chief.words].filter((word) => !held.includes(word));
    expect({ seed, missing }).toEqual({ seed, missing: [] });
    test.info().annotations.push({
      type: 'words',
      description: `${editor.words.length} + ${chief.words.length}; in the story ${
        [...editor.words, ...chief.words].filter((word) => story.includes(word)).length
      }`,
    });
  } finally {
    await house.close();
  }
});

async function begin(page: Page): Promise<number> {
  await page.goto('/admin/stories/new');
  await page.locator('[name=section]').selectOption('national');
  await page.locator('[name=headline]').fill('দুজনে মিলে লেখা');
  await page.getByRole('button', { name: 'খসড়া রাখুন', exact: true }).click();
  await page.waitForURL(/\/admin\/stories\/\d+\?did=create$/);
  return Number(new URL(page.url()).pathname.split('/').at(-1));
}

/** Nothing is on its way: the network has been silent for half a second. */
async function isSettled(page: Page): Promise<boolean> {
  return page
    .waitForRequest(() => true, { timeout: 500 })
    .then(() => false)
    .catch(() => true);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
