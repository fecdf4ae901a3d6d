/**
 * The comment form without leaving the page. Everything here starts from markup that works alone, and whatever
 * fails is left to the browser. Drafts and remembered fields stay on the device.
 */
export function enhanceCommentForm(): void {
  fillIn(commentForm());
  document.addEventListener('input', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form && isCommentForm(form)) keepDraft(form);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !isCommentForm(form)) return;
    // Under `next dev` React itself has taken the form over.
    if (event.defaultPrevented || form.action.startsWith('javascript:')) return;
    event.preventDefault();
    // The second click of a double click: the first is under way.
    if (form.ariaBusy === 'true') return;
    void sendInPlace(form);
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

const REPLY_LINKS = '#discussion a[href*="?reply="], #discussion a[data-cancel-reply]';
const REMEMBERED = ['name', 'email', 'website'] as const;
const COMMENTER_KEY = 'barta:commenter';

const isCommentForm = (form: HTMLFormElement) => form.dataset.commentForm !== undefined;
const commentForm = (within: ParentNode = document) =>
  within.querySelector<HTMLFormElement>('form[data-comment-form]');

async function sendInPlace(form: HTMLFormElement): Promise<void> {
  form.ariaBusy = 'true';
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const words = button?.textContent ?? '';
  if (button) button.textContent = button.dataset.sending ?? words;
  try {
    const sent = new FormData(form);
    const page = await pageOf(await post(form, sent));
    const answer = page.querySelector<HTMLElement>('[data-answer]');
    if (!answer) throw new Error('the page that came back does not say what became of the comment');
    if (answer.dataset.answer === 'done') afterwards(form, sent);
    replaceDiscussion(page);
    announceAnswer();
  } catch {
    form.ariaBusy = null;
    if (button) button.textContent = words;
    // Past this listener, by the browser's own way.
    HTMLFormElement.prototype.submit.call(form);
  }
}

/** A form from before a deploy is answered 409: a fresh page knows the new fields, and the text is sent once more. */
async function post(form: HTMLFormElement, sent: FormData): Promise<Response> {
  const answer = await fetch(form.action, { method: 'POST', body: sent });
  if (answer.status !== 409) return answer;

  const fresh = commentForm(await pageOf(await fetch(location.href)));
  if (!fresh) return answer;
  for (const name of [...sent.keys()]) if (name.startsWith('$ACTION')) sent.delete(name);
  for (const field of fresh.querySelectorAll<HTMLInputElement>('input[type=hidden][name^="$ACTION"]')) {
    sent.append(field.name, field.value);
  }
  return fetch(form.action, { method: 'POST', body: sent });
}

async function pageOf(answer: Response): Promise<Document> {
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
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
    form?.querySelector('textarea')?.focus();
  } catch {
    location.assign(link.href);
  }
}

/** The new comment pushes the form down: the page moves with it, so that the reader's eye need not. */
function replaceDiscussion(page: Document): void {
  const fresh = page.querySelector('#discussion');
  const old = document.querySelector('#discussion');
  if (!fresh || !old) throw new Error('no discussion in the answer');
  const before = commentForm()?.getBoundingClientRect().bottom ?? 0;
  old.replaceWith(fresh);
  fillIn(commentForm());
  const after = commentForm()?.getBoundingClientRect().bottom ?? before;
  scrollBy({ top: after - before, behavior: 'instant' });
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

function afterwards(form: HTMLFormElement, sent: FormData): void {
  drop(draftKey(form));
  if (sent.get('remember') === null) drop(COMMENTER_KEY);
  else keep(COMMENTER_KEY, Object.fromEntries(REMEMBERED.map((name) => [name, sent.get(name)])));
}

/** Puts in what the device remembers, wherever nothing stands yet. */
function fillIn(form: HTMLFormElement | null): void {
  if (!form) return;
  const known = kept(COMMENTER_KEY);
  for (const name of REMEMBERED) put(form, name, known[name]);
  const remember = form.elements.namedItem('remember');
  if (remember instanceof HTMLInputElement && known.email) remember.checked = true;
  put(form, 'body', kept(draftKey(form)).body);
}

function retype(form: HTMLFormElement, typed: FormData): void {
  for (const name of ['body', ...REMEMBERED]) put(form, name, typed.get(name));
}

function put(form: HTMLFormElement, name: string, value: unknown): void {
  const field = form.elements.namedItem(name);
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && field.value === '' && typeof value === 'string') field.value = value;
}

const draftKey = (form: HTMLFormElement) => `barta:draft:${form.dataset.commentForm}`;

function keepDraft(form: HTMLFormElement): void {
  const body = String(new FormData(form).get('body') ?? '');
  if (body.trim() === '') drop(draftKey(form));
  else keep(draftKey(form), { body });
}

// A device may forbid storage altogether: then nothing is remembered, and nothing else changes.
function keep(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {}
}
function drop(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
function kept(key: string): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
