import { listenForInvalidations } from '@barta/edge/cache/invalidation-listener';
import { PageCache } from '@barta/edge/cache/page-cache';
import { PageFiles } from '@barta/edge/cache/page-files';
import { VarnishPurger } from '@barta/edge/cache/varnish-purger';
import { createEdgeServer } from '@barta/edge/http/http-server';
import { createRenderPools } from '@barta/edge/renderers/render-pools';
import type { RenderResponse, RenderTimeouts } from '@barta/edge/renderers/render-request';
import type { Renderer } from '@barta/edge/renderers/renderer-process';
import type { ReadDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import type { StoreWatch } from '@/db/watch';
import { tag } from '@/lib/cache/tags';
import type { LabelSet } from '@/lib/site/labels';
import { settingsFrom } from '@/lib/site/settings';
import { deskNoscript } from './desk-without-script';
import { errorPage } from './error-pages';
import { oldAddresses } from './old-addresses';
import { prefetchRuleHashes } from './prefetch-rules';
import { securityPolicy } from './security-policy';
import type { ViewCounter } from './view-counter';

export interface EdgeOptions {
  watch: StoreWatch;
  renderer: Renderer;
  db: ReadDb;
  views: ViewCounter;
  siteUrl: string;
  trustedProxies: readonly string[];
  pageMemoryBytes: number;
  /** Seconds that a cache in front may keep a page; 0 if left out: it must ask. */
  sharedMaxAge?: number;
  /** How many renderers there are: it bounds what is asked of them at once. */
  renderers?: number;
  /** Folder of page files for a web server in front. */
  pageFiles?: string | undefined;
  /** A Varnish in front, which is told what is not good any more. */
  purge?: { url: string; secret: string } | undefined;
  /** Whoever sends it in \`x-barta-proxy\` is told the tags of each page. */
  proxySecret?: string | undefined;
  fileOnDisk?: (path: string) => Promise<RenderResponse | undefined>;
  /** Where sounds and films lie; without one they are asked of the renderer. */
  mediaFolder?: string;
  /** Hosts whose sounds and films pages may play. */
  mediaHosts?: readonly string[];
  /** Sums of the scripts that may stand in a reader page, as they are at that moment. */
  inlineScripts?: () => readonly string[];
  /** How long a reader waits for a cold page; the usual if left out. */
  patience?: RenderTimeouts | undefined;
  /** So long the head of a request may take to come; the usual if left out. */
  headMs?: number | undefined;
  log(line: string): void;
}

export interface BartaEdge {
  pages: PageCache;
  /** Another build renders from now on. */
  rebuilt(): void;
  /** Resolves to where it can be read. Rejects with a sentence when the port is taken. */
  listen(host: string, port: number): Promise<string>;
  /** Finishes the answers that are under way, then ends the renderer. */
  close(): Promise<void>;
}

/** Puts the parts together: what is announced goes to the pages before anything that was asked later. */
export function openEdge({ watch, renderer, db, views, siteUrl, ...choices }: EdgeOptions): BartaEdge {
  const { log, trustedProxies, fileOnDisk, pageMemoryBytes: maxBytes } = choices;
  const lanes = createRenderPools(choices.renderers ?? 1);
  const { inlineScripts = () => [] } = choices;
  const policy = securityPolicy(siteUrl.startsWith('https:'), choices.mediaHosts, () => [
    ...inlineScripts(),
    ...prefetchRuleHashes,
  ]);
  let language: LabelSet = 'bn';
  const readLanguage = () => {
    settingRows(db)
      .then((rows) => {
        const { labelSet, showViews } = settingsFrom(rows);
        language = labelSet;
        views.areShown = showViews;
      })
      .catch((error) => log(`settings cannot be read: ${error.message}`));
  };
  readLanguage();

  const files = choices.pageFiles ? new PageFiles(choices.pageFiles, log) : undefined;
  const purge = choices.purge && new VarnishPurger({ ...choices.purge, log });
  let lastLoss = '';
  const follower = listenForInvalidations(watch, {
    invalidate(tags) {
      lastLoss = '';
      pages.invalidate(tags);
      purge?.tags(tags);
      if (tags.includes(tag.site)) readLanguage();
    },
    invalidateAll(reason) {
      if (reason !== lastLoss) {
        log(`all pages forgotten: ${reason}`);
        purge?.all();
      }
      lastLoss = reason;
      pages.invalidateAll();
    },
  });
  // What lies in front is read without asking us, so we do not wait for a request to look.
  const looking = files || purge ? setInterval(() => follower.poll(), lookEveryMs).unref() : undefined;
  // A door that starts does not know what it has missed.
  purge?.all();

  const sentence = (status: Parameters<typeof errorPage>[2]) => errorPage(language, policy, status);
  const pages = new PageCache({
    ...{ renderer, follower, policy, siteUrl, maxBytes, sentence, log, queue: lanes.pages },
    oldAddresses: oldAddresses(db, policy),
    sharedMaxAge: choices.sharedMaxAge ?? 0,
    patience: choices.patience,
    ...(fileOnDisk ? { fileOnDisk } : {}),
    ...(files ? { files } : {}),
  });
  const server = createEdgeServer({
    ...{ pages, renderer, follower, lanes, views, policy, siteUrl, trustedProxies, sentence, log },
    proxySecret: choices.proxySecret,
    mediaFolder: choices.mediaFolder,
    headMs: choices.headMs,
    settled: () => purge?.settled(),
    withoutScript: (status) => deskNoscript(language, status),
  });

  return {
    pages,
    rebuilt() {
      pages.markAllStale();
      purge?.all();
    },
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          reject(error.code === 'EADDRINUSE' ? new Error(portTaken(host, port)) : error);
        });
        server.listen(port, host, () => {
          const bound = server.address() as { port: number };
          resolve(`Barta is open at http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`);
        });
      }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), 5000);
      clearInterval(looking);
      files?.close();
      await closed;
      clearTimeout(impatience);
      await renderer.stop();
      follower.close();
      purge?.close();
    },
  };
}

/** So long at most may a page in front outlive a commit by another program. A look costs 2 µs. */
const lookEveryMs = 20;

function portTaken(host: string, port: number): string {
  return `Port ${port} on ${host} is taken by another program. Stop it, or choose another with PORT=…`;
}
