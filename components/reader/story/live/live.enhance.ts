import { toBengaliDigits } from '@barta/bengali/digits';

const EVERY_MS = 30_000;
const SELDOMEST_MS = 300_000;
/** As `live.json` says it: numbers and versions of the newest posts. */
interface LiveSummary {
  ended: boolean;
  posts: [id: number, version: number][];
}

/** The coverage that is shown, and the page as it is now where that is another. */
class LivePage {
  private newest: number;
  private next: Document | undefined;

  constructor(
    private readonly section: HTMLElement,
    private readonly showButton: HTMLButtonElement,
  ) {
    this.newest = Number(section.dataset.newest);
    showButton.addEventListener('click', () => this.next && this.showNewPosts(this.next));
  }

  /** Where the summary is asked for; empty once the coverage has ended. */
  get summaryAddress(): string {
    return this.section.dataset.live ?? '';
  }

  /** New posts wait behind a button, so that nothing moves under the eye; what was corrected changes where it stands. */
  async update({ ended, posts }: LiveSummary): Promise<void> {
    const fresh = posts.filter(([id]) => id > this.newest);
    const changed = changedPosts(this.section, posts);
    if (fresh.length + changed.length > 0 || ended) this.next = await fetchPage();
    for (const post of changed) {
      const now = this.next?.getElementById(post.id);
      if (now) replacePost(post, document.adoptNode(now.cloneNode(true)) as HTMLElement);
      else post.closest('li')?.remove();
    }
    if (fresh.length > 0) this.offer(fresh.length);
    if (ended && this.next) {
      delete this.section.dataset.live;
      replacePart('status', this.next);
    }
  }

  private offer(count: number): void {
    const { one = '', many = '' } = this.showButton.dataset;
    const text = (count === 1 ? one : many).replace('{count}', toBengaliDigits(count));
    // Written only when it changes: it is read aloud each time.
    if (this.showButton.textContent !== text) this.showButton.textContent = text;
    this.showButton.hidden = false;
  }

  /** The new ones on top of the list, what stands above them as it is now, and the reader at the first of the new. */
  private showNewPosts(now: Document): void {
    replacePart('top', now);
    replacePart('posts', now);
    this.showButton.hidden = true;
    const fresh = postElements(this.section).filter(({ dataset }) => Number(dataset.post) > this.newest);
    this.newest = Math.max(this.newest, ...fresh.map(({ dataset }) => Number(dataset.post)));
    fresh[0]?.focus();
  }
}

const root = document.querySelector<HTMLElement>('[data-live]');
const button = root?.querySelector<HTMLButtonElement>('[data-live-show]');
if (root && button) poll(new LivePage(root, button));

/** Asks while the page is seen whether there are newer posts, less often while no answer comes, until the coverage ends. */
function poll(page: LivePage): void {
  let wait = EVERY_MS;
  let lastRequestAt = Date.now();
  let timer = 0;

  document.addEventListener('visibilitychange', plan);
  plan();

  function plan(): void {
    clearTimeout(timer);
    if (document.hidden || !page.summaryAddress) return;
    timer = window.setTimeout(ask, Math.max(0, lastRequestAt + wait - Date.now()));
  }

  async function ask(): Promise<void> {
    lastRequestAt = Date.now();
    try {
      const answer = await fetch(page.summaryAddress, { cache: 'no-cache' });
      if (!answer.ok) throw answer;
      await page.update((await answer.json()) as LiveSummary);
      wait = EVERY_MS;
    } catch {
      wait = Math.min(wait * 2, SELDOMEST_MS);
    }
    plan();
  }
}

async function fetchPage(): Promise<Document> {
  const answer = await fetch(location.pathname, { cache: 'no-cache' });
  if (!answer.ok) throw answer;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** Those shown that have another version now, or are gone; one older than the summary is not known of. */
function changedPosts(section: HTMLElement, posts: LiveSummary['posts']): HTMLElement[] {
  const oldest = Math.min(...posts.map(([id]) => id));
  return postElements(section).filter(({ dataset }) => {
    const now = posts.find(([id]) => id === Number(dataset.post));
    return now ? now[1] !== Number(dataset.version) : Number(dataset.post) > oldest;
  });
}

function replacePart(part: string, from: Document): void {
  const [old, now] = [document, from].map((where) => where.querySelector(`[data-live-part="${part}"]`));
  // What is in it, not itself: a part that is told aloud when it changes must stay where it is.
  if (old && now) old.replaceChildren(...document.adoptNode(now.cloneNode(true)).childNodes);
}

/** Keeps the focus in the post, where it was there. */
function replacePost(post: HTMLElement, now: HTMLElement): void {
  const isReadIn = post.contains(document.activeElement);
  post.replaceWith(now);
  if (isReadIn) now.focus({ preventScroll: true });
}

function postElements(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-post]')];
}
