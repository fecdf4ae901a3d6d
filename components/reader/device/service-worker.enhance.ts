// Keeps the last front and the stories that were read, for when there is no line. With a line the network always
// comes first, so nobody reads an old front; what is not a reader's page is never touched.

interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asks extends Waits {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(which: object): Promise<{ url: string }[]> };
  addEventListener<E>(name: string, listener: (event: E) => void): void;
};

const OFFLINE = '/offline';
/** How many of each: what was kept first goes first. Pictures are the most, and must not push out a style sheet. */
const most = { pages: 60, looks: 80, pictures: 240, offline: 100 };
type CacheLocation = keyof typeof most;
const aDayMs = 86_400_000;
/** The front, a story, a light story: what is worth keeping when it is read. */
const PAGE = /^\/(?:(?:lite\/)?[\w-]+\/\d+|lite|saved|[\w-]+)?$/;
const NOT_OURS = /^\/(?:admin|login|account|api)(?:\/|$)/;
/** Of one question each: without a line a reader is told so, but none is kept. */
const NOT_KEPT = /^\/search$/;
const FILE = /^\/(?:_next\/static|enhance|fonts|media|cover|icons)\//;
const nothingDrawn = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const drawing = { headers: { 'content-type': 'image/svg+xml' } };
/** Named by what is in them: once kept they are right for ever. */
const UNCHANGING = /^\/(?:_next\/static|media)\/|^\/enhance\/.*-[A-Z0-9]{8}\.js$/;

worker.addEventListener<Waits>('install', (event) => {
  event.waitUntil(keepWhole(OFFLINE).then(() => worker.skipWaiting()));
});

worker.addEventListener<Waits>('activate', (event) => {
  event.waitUntil(
    worker.clients.claim().then(async () => {
      // The page that brought us came before us.
      for (const { url } of await worker.clients.matchAll({ type: 'window' })) {
        const { pathname } = new URL(url);
        if (isKept(pathname)) await keepWhole(pathname);
      }
    }),
  );
});

worker.addEventListener<Asks>('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event, pathname));
  else if (FILE.test(pathname)) event.respondWith(file(event, pathname));
});

const isKept = (path: string) => PAGE.test(path) && !NOT_OURS.test(path) && !NOT_KEPT.test(path);

async function page(event: Asks, path: string): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (isKept(path) && isPage(answer)) event.waitUntil(put('pages', path, answer.clone()));
    if (path === '/') event.waitUntil(refreshOffline());
    return answer;
  } catch (noLine) {
    const known = (await keptAt(path)) ?? (await keptAt(OFFLINE));
    if (!known) throw noLine;
    return known;
  }
}

async function file(event: Asks, path: string): Promise<Response> {
  const known = await keptAt(path);
  if (known && UNCHANGING.test(path)) return known;
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200) event.waitUntil(put(placeOf(path), path, answer.clone()));
    return answer;
  } catch (noLine) {
    if (known) return known;
    // Its box has the room, and about the colour: nobody need see a torn picture in it besides.
    if (event.request.destination === 'image') return new Response(nothingDrawn, drawing);
    throw noLine;
  }
}

/** A store that the browser has locked or broken is an empty one: with a line all goes on without it. */
const keptAt = (path: string) => caches.match(path).catch(() => undefined);

/** A page with what it needs to look right. */
async function keepWhole(path: string): Promise<void> {
  const answer = await fetch(path, { cache: 'no-cache' });
  if (!isPage(answer)) return;
  const html = await answer.clone().text();
  const isOffline = path === OFFLINE;
  await put(isOffline ? 'offline' : 'pages', path, answer);
  const needed = [
    ...html.matchAll(/<(?:link|script|img|template)\b[^>]*?(?:href|src|data-module)="(\/[^"?]+)"/g),
  ]
    .map(([, address = '']) => address)
    .filter((address) => FILE.test(address) && !/^\/(?:media|cover)\//.test(address));
  await Promise.all(
    [...new Set(needed)].map((file) => keepFile(file, isOffline ? 'offline' : placeOf(file))),
  );
}

async function keepFile(path: string, place: CacheLocation): Promise<void> {
  const answer = await fetch(path).catch(() => null);
  if (answer?.status === 200) await put(place, path, answer);
}

/** The one kept last goes last; what does not fit goes first. */
async function put(place: CacheLocation, path: string, answer: Response): Promise<void> {
  const cache = await caches.open(place);
  await cache.delete(path);
  await cache.put(path, answer);
  const all = await cache.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - most[place]))) await cache.delete(oldest);
}

const placeOf = (path: string): CacheLocation => (/\.(?:css|js|woff2)$/.test(path) ? 'looks' : 'pictures');

/** A new build has another style sheet; the page for those without a line is to look like the others. */
async function refreshOffline(): Promise<void> {
  const known = await keptAt(OFFLINE);
  const madeAt = Date.parse(known?.headers.get('date') ?? '');
  if (!(Date.now() - madeAt < aDayMs)) await keepWhole(OFFLINE).catch(() => {});
}

const isPage = (answer: Response) =>
  answer.status === 200 &&
  !answer.redirected &&
  !answer.headers.get('cache-control')?.includes('no-store') &&
  Boolean(answer.headers.get('content-type')?.startsWith('text/html'));
