import type { PageNote } from '@/lib/cache/cache-tags';
import { tag } from '@/lib/cache/tags';
import type { Answer } from '../renderers/ask';
import type { Spelt } from '../requests/address';
import type { Policy } from '../requests/policy';
import { finishDocument } from './finish-document';
import { makePage, type Page } from './page';
import type { SentenceStatus } from './sentences';

/** How a page may be remembered: by its tags, until the next event of any kind, or not at all. */
export type Keeping = 'by-tag' | 'briefly' | 'never';

export interface FinishChoices {
  policy: Policy;
  /** Seconds that a cache in front of the door may keep what the door keeps by its tags; 0: it must ask. */
  sharedMaxAge: number;
  sentence(status: SentenceStatus): Page;
  /** The page behind every 404; what was one's address on an older site leads on from there. */
  missing(status: 404 | 410, path: string): Promise<Page>;
  log(line: string): void;
}

export type FinishAnswer = (address: Spelt, answer: Answer) => Promise<[Page, Keeping]>;

/** Makes of Next's answer what readers get, and says how long that may be remembered. */
export function answerFinisher(choices: FinishChoices): FinishAnswer {
  const { policy, sharedMaxAge, sentence, missing, log } = choices;
  const kept = lifetimeInFront(sharedMaxAge);

  return async (address, answer) => {
    const { status, headers } = answer;
    if (status >= 500) {
      log(`${address.path}: the renderer answered ${status}`);
      return [sentence(503), 'never'];
    }
    if (status >= 300 && status < 400 && headers.location !== undefined) return redirect(answer);
    if (address.kind === 'file') return file(address, answer);
    if ((status === 404 || status === 410) && address.path !== '/missing') {
      return [await missing(status, address.path), 'briefly'];
    }
    if (/^\/ad\/\d+$/.test(address.path)) return route(answer, policy.ad);
    const isHtml = headers['content-type']?.startsWith('text/html');
    return isHtml ? document(address, answer) : route(answer);
  };

  function document(address: Spelt, answer: Answer): [Page, Keeping] {
    const { status, body } = answer;
    const finished = finishDocument(body.toString());
    if (!finished.ok) {
      log(`${address.path}: ${finished.reason}`);
      return [sentence(503), 'never'];
    }
    const { note, html } = finished;
    const keeping = keepingOf(address, answer, note);
    const page = makePage({
      status: status === 200 ? (note?.status ?? status) : status,
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['cache-control', keeping === 'by-tag' ? kept : askAgain],
        ...(html.includes(' data-embeds="') ? policy.withCards : policy.reader),
      ],
      body: Buffer.from(html),
      tags: note ? [...note.tags, tag.site, tag.today] : [],
      soft: note ? [...(note.soft ?? []), tag.ads] : [],
    });
    return [page, keeping];
  }

  /** What a route handler made, as a feed. It says in a header what a page says in its note. */
  function route({ status, headers, body }: Answer, permitted = policy.reader): [Page, Keeping] {
    const tags = tagsIn(headers['x-page-tags']);
    const keeping = tags && status === 200 && !headers['set-cookie'] ? 'by-tag' : 'never';
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', keeping === 'by-tag' ? kept : askAgain],
        ...permitted,
      ],
      body,
      tags: tags ? [...tags, tag.site, tag.today] : [],
    });
    return [page, keeping];
  }

  function file({ path }: Spelt, { status, headers, body }: Answer): [Page, Keeping] {
    if (status !== 200) return [sentence(status === 404 ? 404 : 400), 'briefly'];
    const tags = tagsIn(headers['x-page-tags']);
    const page = makePage({
      status,
      headers: [
        ['content-type', typeIn(headers)],
        ['cache-control', tags ? askAgain : lifetimeOf(path)],
        ...policy.file,
      ],
      body,
      tags: tags ?? [],
    });
    return [page, headers['set-cookie'] ? 'never' : 'by-tag'];
  }

  /** Next says 307 and 308; what readers and search engines have known for longest is 302 and 301. */
  function redirect({ status, headers }: Answer): [Page, Keeping] {
    const shown = { 307: 302, 308: 301 }[status] ?? status;
    const page = makePage({
      status: shown,
      headers: [
        ['location', locationIn(headers.location ?? '/')],
        ['cache-control', askAgain],
        ...policy.reader,
      ],
      body: Buffer.alloc(0),
    });
    return [page, shown === 301 && !headers['set-cookie'] ? 'briefly' : 'never'];
  }
}

function keepingOf(address: Spelt, { status, headers }: Answer, note: PageNote | undefined): Keeping {
  if (!note || status !== 200 || headers['set-cookie']) return 'never';
  // A query, as in `?reply=7`, can be invented without end.
  return address.target.includes('?') ? 'briefly' : 'by-tag';
}

const typeIn = (headers: Answer['headers']) => headers['content-type'] ?? 'application/octet-stream';

/** May be kept, must be asked about: a browser sends the ETag, the door answers 304. */
export const askAgain = 'public, max-age=0, must-revalidate';

/** A browser asks each time; a cache in front need not, and may give what it has while the door is away. */
function lifetimeInFront(seconds: number): string {
  if (seconds === 0) return askAgain;
  return `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=86400`;
}

/** What has a hash in its name never changes; a font under its plain name may, seldom. */
function lifetimeOf(path: string): string {
  const isHashed =
    /^\/(_next\/static|media)\//.test(path) || /^\/(enhance|fonts)\/.*[-.][A-Za-z0-9_]{8,}\.\w+$/.test(path);
  if (isHashed) return 'public, max-age=31536000, immutable';
  return path.startsWith('/fonts/') ? 'public, max-age=604800' : askAgain;
}

function tagsIn(header: string | string[] | undefined): string[] | undefined {
  if (header === undefined) return undefined;
  return String(header)
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(decoded);
}

/** A header holds ASCII only, so a tag with a Bengali slug comes percent-encoded. */
function decoded(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return said;
  }
}

/** A path, percent-encoded. The renderer's own port is nobody's business. */
export function locationIn(location: string): string {
  return encodeURI(location.replace(/^http:\/\/(127\.0\.0\.1|localhost):\d+(?=\/)/, '')).replace(
    /%25([0-9a-f]{2})/gi,
    '%$1',
  );
}
