import { DEVICE_COOKIE } from '@/lib/comments/posting/device';

/** A reader without a browser: fetches the page, fills in the form as it stands there, and posts it. */
export class CommentClient {
  /** `device`: the value of its cookie; without one each form comes from a new device. */
  constructor(
    private readonly baseURL: string,
    private readonly address: string,
    private readonly device = '',
  ) {}

  async page(address = this.address): Promise<string> {
    return (await fetch(this.baseURL + address)).text();
  }

  /** `from` is the page whose form is sent; a fresh one if none is given. Goes where it is led, as a browser does. */
  async post(fields: Record<string, string>, from?: string): Promise<Answered> {
    const sent = await this.send(fields, from);
    const page = await sent.text();
    const led = sent.headers.get('location');
    if (led === null) return { status: sent.status, page, said: undefined };
    const { pathname, search, hash } = new URL(led, this.baseURL);
    return {
      status: sent.status,
      page: await this.page(pathname + search),
      said: decodeURIComponent(hash.slice(1)),
    };
  }

  /** The same, and goes nowhere. */
  async send(fields: Record<string, string>, from?: string): Promise<Response> {
    const form = new FormData();
    const page = from ?? (await this.page());
    for (const [name, value] of Object.entries({ ...hiddenFields(page), ...fields })) form.set(name, value);
    return fetch(this.baseURL + formAddress(page), {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: this.device === '' ? {} : { cookie: `${DEVICE_COOKIE}=${this.device}` },
    });
  }
}

interface Answered {
  /** Of the answer to the form itself. */
  status: number;
  /** That answer, or the page that it leads to. */
  page: string;
  /** The place in the page that it leads to. */
  said: string | undefined;
}

/** What became of the comment: `done`, `refused`, or nothing at all. */
export function answerIn({ page, said }: Answered): string | undefined {
  if (said === undefined) return /data-answer="(\w+)"/.exec(page)?.[1];
  return page.includes(` id="${said}"`) ? 'done' : undefined;
}

/** The words that a sender is told, out of all that stand ready in the page. */
export function toldIn({ page, said }: Answered): string {
  const place = said === undefined ? 'data-answer="' : ` id="${said}"`;
  const from = page.indexOf(place);
  return from < 0 ? '' : page.slice(from, page.indexOf('</div>', from));
}

/** The comments as a reader sees them, without the form below. */
export function threadsIn(page: string): string {
  return page.slice(page.indexOf('id="discussion"'), page.indexOf('id="comment-form"'));
}

function commentForm(page: string): string {
  const [form] = /<form[^>]*data-comment-form[\s\S]*?<\/form>/.exec(page) ?? [];
  if (!form) throw new Error('the page has no comment form');
  return form;
}

function formAddress(page: string): string {
  const [, action = ''] = /action="([^"#]*)/.exec(commentForm(page)) ?? [];
  return plain(action);
}

function hiddenFields(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of commentForm(page).matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    fields[plain(name)] = plain(value);
  }
  return fields;
}

function plain(text: string): string {
  const signs: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" };
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (whole, name: string) => signs[name] ?? whole);
}
