import { toBengaliDigits } from '@barta/bengali/digits';

const EVERY_MS = 30_000;
const SELDOMEST_MS = 300_000;
/** As `live.json` says it: numbers and versions of the newest posts. */
interface LiveSummary {
  ended: boolean;
  posts: [id: number, version: number][];
}

const root = document.querySelector<HTMLElement>('[data-live]');
const button = root?.querySelector<HTMLButtonElement>('[data-live-show]');
if (root && button) follow(root, button);

/**
 * Asks while the page is seen whether there are newer posts, ever more seldom while no answer comes, until the coverage
 * ends. New posts wait behind a button, so that nothing moves under the eye; what was put right changes where it stands.
 */
function follow(page: HTMLElement, show: HTMLButtonElement): void {
  const address = page.dataset.live ?? '';
  let newest = Number(page.dataset.newest);
  let wait = EVERY_MS;
  let asked = Date.now();
  let timer = 0;
  /** The page as it is now, when it is another than the one that is shown. */
  let next: Document | undefined;

  document.addEventListener('visibilitychange', plan);
  show.addEventListener('click', () => next && bringIn(next));
  plan();

  function plan(): void {
    clearTimeout(timer);
    if (document.hidden || !page.dataset.live) return;
    timer = window.setTimeout(ask, Math.max(0, asked + wait - Date.now()));
  }

  async function ask(): Promise<void> {
    asked = Date.now();
    try {
      const answer = await fetch(address, { cache: 'no-cache' });
      if (!answer.ok) throw answer;
      await compare((await answer.json()) as LiveSummary);
      wait = EVERY_MS;
    } catch {
      wait = Math.min(wait * 2, SELDOMEST_MS);
    }
    plan();
  }

  async function compare({ ended, posts }: LiveSummary): Promise<void> {
    const fresh = posts.filter(([id]) => id > newest);
    const oldest = Math.min(...posts.map(([id]) => id));
    const others = shownPosts(page).filter(({ dataset }) => {
      const now = posts.find(([id]) => id === Number(dataset.post));
      return now ? now[1] !== Number(dataset.version) : Number(dataset.post) > oldest;
    });
    if (fresh.length + others.length > 0 || ended) {
      const answer = await fetch(location.pathname, { cache: 'no-cache' });
      if (!answer.ok) throw answer;
      next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    }
    for (const post of others) {
      const now = next?.getElementById(post.id);
      if (now) putInPlace(post, document.adoptNode(now.cloneNode(true)) as HTMLElement);
      else post.closest('li')?.remove();
    }
    if (fresh.length > 0) {
      const words = fresh.length === 1 ? show.dataset.one : show.dataset.many;
      const said = (words ?? '').replace('{count}', toBengaliDigits(fresh.length));
      // Written only when it changes: it is read aloud each time.
      if (show.textContent !== said) show.textContent = said;
      show.hidden = false;
    }
    if (ended && next) {
      delete page.dataset.live;
      take('status', next);
    }
  }

  /** The new ones on top of the list, what stands above them as it is now, and the reader at the first of the new. */
  function bringIn(now: Document): void {
    take('top', now);
    take('posts', now);
    show.hidden = true;
    const first = shownPosts(page).filter(({ dataset }) => Number(dataset.post) > newest);
    newest = Math.max(newest, ...first.map(({ dataset }) => Number(dataset.post)));
    first[0]?.focus();
  }

  function take(part: string, from: Document): void {
    const [old, now] = [document, from].map((where) => where.querySelector(`[data-live-part="${part}"]`));
    // What is in it, not itself: a part that is told aloud when it changes must stay where it is.
    if (old && now) old.replaceChildren(...document.adoptNode(now.cloneNode(true)).childNodes);
  }
}

/** Who reads in it, or stands on a link of it, goes on there. */
function putInPlace(post: HTMLElement, now: HTMLElement): void {
  const isReadIn = post.contains(document.activeElement);
  post.replaceWith(now);
  if (isReadIn) now.focus({ preventScroll: true });
}

function shownPosts(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('[data-post]')];
}
