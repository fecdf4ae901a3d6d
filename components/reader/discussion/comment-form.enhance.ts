import { drop, kept, store } from './device-memory';

/**
 * The discussion's forms without leaving the page. Everything here starts from markup that works alone, and whatever
 * fails is left to the browser. Drafts and remembered fields stay on the device.
 */
export function enhanceCommentForm(): void {
  // Sent by the browser itself, as when our own way had failed. A link that somebody has passed on answers nothing of ours.
  if (saidIn(location.href)) {
    if (document.referrer.startsWith(`${location.origin}/`)) drop(draftKey());
    history.replaceState(null, '', forAll(location.href));
  }
  recall();
  // Typed before this came, or back in the field because the browser remembers.
  const written = commentForm();
  if (written) keepDraft(written);
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form?.dataset.commentForm) keepDraft(form);
  });
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.dataset.talk === undefined) return;
    // Under `next dev` React itself has taken the form over.
    if (event.defaultPrevented || form.action.startsWith('javascript:')) return;
    event.preventDefault();
    // The second click of a double click: the first is under way.
    if (form.ariaBusy === 'true') return;
    void sendInPlace(form, submitter as HTMLButtonElement | null);
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(REPLY_LINKS) : null;
    if (!link || link.pathname !== location.pathname) return;
    event.preventDefault();
    void answerInPlace(link);
  });
}

const REPLY_LINKS = '#discussion :is(a[href*="?reply="], a[href*="?report="], a[data-cancel-reply])';
const REMEMBERED = ['name', 'email', 'website'] as const;
const COMMENTER_KEY = 'barta:commenter';
const OWN_KEY = 'barta:own';
const LIKED_KEY = 'barta:liked';

const commentForm = (within: ParentNode = document) =>
  within.querySelector<HTMLFormElement>('form[data-comment-form]');

async function sendInPlace(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  form.ariaBusy = 'true';
  const words = button?.textContent ?? '';
  if (button?.dataset.sending) button.textContent = button.dataset.sending;
  try {
    const sent = new FormData(form, button);
    sent.set('canWork', '1');
    let [page, answer, url] = await answerTo(form, sent);
    if (answer?.dataset.work) {
      const { doSum }: typeof import('./proof-of-work') = await import(answer.dataset.sum ?? '');
      sent.set('work', doSum(answer.dataset.work));
      [page, answer, url] = await answerTo(form, sent);
    }
    const said = saidIn(url);
    if (form.id === 'like') return showLike(page, button, said);
    if (said) {
      if (form.dataset.commentForm) rememberFields(sent);
      if (!answer || !page.getElementById('comment-form')) {
        // It stands deep in a thread that has a page of its own.
        location.assign(`${url}#${answer?.id ?? `c${said}`}`);
        return;
      }
      tell(page, answer, url);
    }
    replaceDiscussion(page);
    announceAnswer();
  } catch {
    form.ariaBusy = null;
    const isCut = !navigator.onLine && button?.dataset.noLine;
    if (button?.dataset.sending) button.textContent = isCut || words;
    // The browser's own way would lead to a page of its own, away from what was typed.
    if (isCut) return;
    // Past this listener, by the browser's own way.
    if (button?.name) button.form?.append(hiddenField(button));
    HTMLFormElement.prototype.submit.call(form);
  }
}

/** The page that came back, what it says became of the form, and its address. */
async function answerTo(
  form: HTMLFormElement,
  sent: FormData,
): Promise<[page: Document, answer: HTMLElement | null, url: string]> {
  const response = await post(form, sent);
  const page = await pageOf(response);
  const said = new URL(response.url).searchParams.get('said');
  const answer = said
    ? page.getElementById(`said-${said}`)
    : page.querySelector<HTMLElement>('[data-answer]');
  if (!said && !answer) throw new Error('the page that came back does not say what became of it');
  return [page, answer, response.url];
}

/** As `lib/comments/posting/outcome-url.ts` writes it. What is one's own is known here from then on. */
function saidIn(address: string): string | null {
  const { searchParams } = new URL(address);
  const own = searchParams.get('own');
  if (own) store(OWN_KEY, { ...kept(OWN_KEY), [own]: 1 });
  return searchParams.get('said');
}

/** Above the form, where its sender is. */
function tell(page: Document, answer: HTMLElement, address: string): void {
  answer.className = answer.className.replace('said ', '');
  answer.dataset.answer = 'done';
  page.getElementById('comment-form')?.prepend(answer);
  history.replaceState(null, '', forAll(address));
}

/** The address that everyone knows: what is sent to a friend tells no answer. */
function forAll(address: string): URL {
  const url = new URL(address);
  url.searchParams.delete('said');
  url.searchParams.delete('own');
  return url;
}

/** A form from before a deploy is answered 409: a fresh page knows the new fields, and the text is sent once more. */
async function post(form: HTMLFormElement, sent: FormData): Promise<Response> {
  const answer = await fetch(form.action, { method: 'POST', body: sent });
  if (answer.status !== 409) return answer;

  const fresh = (await pageOf(await fetch(location.href))).getElementById(form.id);
  if (!fresh) return answer;
  for (const name of [...sent.keys()]) if (name.startsWith('$ACTION')) sent.delete(name);
  for (const field of fresh.querySelectorAll<HTMLInputElement>(
    'input[type=hidden]:is([name^="$ACTION"], [name=token])',
  )) {
    sent.set(field.name, field.value);
  }
  return fetch(form.action, { method: 'POST', body: sent });
}

/** A page that says what became of a form is one, whatever its status. */
async function pageOf(answer: Response): Promise<Document> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok && !page.querySelector('[data-answer]')) throw new Error(`answered ${answer.status}`);
  return page;
}

/** Reads the page that the link leads to and takes over its form, with what was typed so far. */
async function answerInPlace(link: HTMLAnchorElement): Promise<void> {
  try {
    const fresh = (await pageOf(await fetch(link.href))).querySelector('#comment-form');
    const place = document.querySelector('#comment-form');
    if (!fresh || !place) throw new Error('no form in the answer');
    const old = commentForm();
    const typed = old && new FormData(old);
    place.replaceWith(fresh);
    history.replaceState(null, '', link.href);
    const form = commentForm();
    if (form && typed) retype(form, typed);
    fillIn(form);
    fresh.scrollIntoView({ block: 'nearest' });
    fresh.querySelector<HTMLElement>('textarea, [type=radio]')?.focus();
  } catch {
    location.assign(link.href);
  }
}

/** The new comment pushes the form down: the page moves with it, so that the reader's eye need not. */
function replaceDiscussion(page: Document): void {
  const fresh = page.querySelector('#discussion');
  const old = document.querySelector('#discussion');
  if (!fresh || !old) throw new Error('no discussion in the answer');
  const bottom = () => document.querySelector('#comment-form')?.getBoundingClientRect().bottom ?? 0;
  const before = bottom();
  old.replaceWith(fresh);
  recall();
  scrollBy({ top: bottom() - before, behavior: 'instant' });
}

/** Focus makes a screen reader say it; the page scrolls only if it could not be seen. */
function announceAnswer(): void {
  const wrong = document.querySelector<HTMLElement>('#comment-form [aria-invalid=true]');
  const answer = document.querySelector<HTMLElement>('#comment-form [data-answer]');
  const target = wrong ?? answer;
  if (target === answer) answer?.setAttribute('tabindex', '-1');
  target?.focus({ preventScroll: true });
  (answer ?? target)?.scrollIntoView({ block: 'nearest' });
}

/** Only the button changes, and says itself whether it is pressed; a refusal is said aloud by the form. */
function showLike(page: Document, button: HTMLButtonElement | null, said: string | null): void {
  const id = button?.value ?? '';
  const liked = kept(LIKED_KEY);
  if (said === 'on') liked[id] = 1;
  else if (said) delete liked[id];
  store(LIKED_KEY, liked);
  const form = page.querySelector('#like');
  const fresh = page.querySelector<HTMLElement>(`[name=like][value="${id}"]`);
  if (form) {
    form.classList.add('vh');
    document.querySelector('#like')?.replaceWith(form);
  }
  if (fresh) button?.replaceWith(fresh);
  recall();
  fresh?.focus({ preventScroll: true });
}

function rememberFields(sent: FormData): void {
  drop(draftKey());
  if (sent.get('remember') === null) drop(COMMENTER_KEY);
  else store(COMMENTER_KEY, Object.fromEntries(REMEMBERED.map((name) => [name, sent.get(name)])));
}

/** What the device knows of this page: a draft and who writes, what was liked here, and what was written here. */
function recall(): void {
  fillIn(commentForm());
  for (const id in kept(LIKED_KEY)) {
    document.querySelector(`[name=like][value="${+id}"]`)?.setAttribute('aria-pressed', 'true');
  }
  const link = document.querySelector<HTMLAnchorElement>('[data-mine]');
  for (const id in link && kept(OWN_KEY)) {
    const mine = link?.cloneNode(true) as HTMLAnchorElement;
    mine.href += id;
    mine.hidden = false;
    document.querySelector(`#c${+id} > .cm__do`)?.append(mine);
  }
}

/** Puts in what the device remembers, wherever nothing stands yet. */
function fillIn(form: HTMLFormElement | null): void {
  if (!form) return;
  const known = kept(COMMENTER_KEY);
  for (const name of REMEMBERED) put(form, name, known[name]);
  for (const box of form.querySelectorAll<HTMLElement>('[data-by-script]')) box.hidden = false;
  const remember = form.elements.namedItem('remember');
  if (remember instanceof HTMLInputElement && known.email) remember.checked = true;
  put(form, 'body', kept(draftKey()).body);
}

function retype(form: HTMLFormElement, typed: FormData): void {
  for (const name of ['body', ...REMEMBERED]) put(form, name, typed.get(name));
}

function put(form: HTMLFormElement, name: string, value: unknown): void {
  const field = form.elements.namedItem(name);
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && field.value === '' && typeof value === 'string') field.value = value;
}

/** `submit()` leaves the button out that was pressed. */
function hiddenField({ name, value }: HTMLButtonElement): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}

/** By the story's number, which is the second word of each of its pages' addresses. */
const draftKey = () => `barta:draft:${location.pathname.split('/')[2]}`;

function keepDraft(form: HTMLFormElement): void {
  const body = String(new FormData(form).get('body') ?? '');
  if (body.trim() === '') drop(draftKey());
  else store(draftKey(), { body });
}
