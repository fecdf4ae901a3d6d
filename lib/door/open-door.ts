import type { AppDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import type { StoreWatch } from '@/db/watch';
import { tag } from '@/lib/cache/tags';
import type { LabelSet } from '@/lib/site/labels';
import { settingsFrom } from '@/lib/site/settings';
import { followTheStore } from './pages/follow-the-store';
import { oldAddresses } from './pages/old-address';
import { PageFiles } from './pages/page-files';
import { Pages } from './pages/pages';
import { Purge } from './pages/purge';
import { sentencePage } from './pages/sentences';
import { sumsOfRules } from './pages/speculation';
import type { Answer, Patience } from './renderers/ask';
import { lanesFor } from './renderers/lanes';
import type { Renderer } from './renderers/renderer';
import { withoutScript } from './renderers/without-script';
import { policyFor } from './requests/policy';
import type { Views } from './requests/views';
import { createDoor } from './serve';

export interface DoorChoices {
  watch: StoreWatch;
  renderer: Renderer;
  db: AppDb;
  views: Views;
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
  fileOnDisk?: (path: string) => Promise<Answer | undefined>;
  /** Where sounds and films lie; without one they are asked of the renderer. */
  mediaFolder?: string;
  /** Hosts whose sounds and films pages may play. */
  mediaHosts?: readonly string[];
  /** Sums of the scripts that may stand in a reader page, as they are at that moment. */
  inlineScripts?: () => readonly string[];
  /** How long a reader waits for a cold page; the usual if left out. */
  patience?: Patience | undefined;
  /** So long the head of a request may take to come; the usual if left out. */
  headMs?: number | undefined;
  log(line: string): void;
}

export interface Door {
  pages: Pages;
  /** Another build renders from now on. */
  rebuilt(): void;
  /** Resolves to where it can be read. Rejects with a sentence when the port is taken. */
  listen(host: string, port: number): Promise<string>;
  /** Finishes the answers that are under way, then ends the renderer. */
  close(): Promise<void>;
}

/** Puts the parts together: what is announced goes to the pages before anything that was asked later. */
export function openDoor({ watch, renderer, db, views, siteUrl, ...choices }: DoorChoices): Door {
  const { log, trustedProxies, fileOnDisk, pageMemoryBytes: maxBytes } = choices;
  const lanes = lanesFor(choices.renderers ?? 1);
  const { inlineScripts = () => [] } = choices;
  const policy = policyFor(siteUrl.startsWith('https:'), choices.mediaHosts, () => [
    ...inlineScripts(),
    ...sumsOfRules,
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
  const purge = choices.purge && new Purge({ ...choices.purge, log });
  let lastLoss = '';
  const follower = followTheStore(watch, {
    touched(tags) {
      lastLoss = '';
      pages.touched(tags);
      purge?.tags(tags);
      if (tags.includes(tag.site)) readLanguage();
    },
    lost(reason) {
      if (reason !== lastLoss) {
        log(`all pages forgotten: ${reason}`);
        purge?.all();
      }
      lastLoss = reason;
      pages.forgetAll();
    },
  });
  // What lies in front is read without asking us, so we do not wait for a request to look.
  const looking = files || purge ? setInterval(() => follower.look(), lookEveryMs).unref() : undefined;
  // A door that starts does not know what it has missed.
  purge?.all();

  const sentence = (status: Parameters<typeof sentencePage>[2]) => sentencePage(language, policy, status);
  const pages = new Pages({
    ...{ renderer, follower, policy, siteUrl, maxBytes, sentence, log, queue: lanes.pages },
    oldAddresses: oldAddresses(db, policy),
    sharedMaxAge: choices.sharedMaxAge ?? 0,
    patience: choices.patience,
    ...(fileOnDisk ? { fileOnDisk } : {}),
    ...(files ? { files } : {}),
  });
  const server = createDoor({
    ...{ pages, renderer, follower, lanes, views, policy, siteUrl, trustedProxies, sentence, log },
    proxySecret: choices.proxySecret,
    mediaFolder: choices.mediaFolder,
    headMs: choices.headMs,
    settled: () => purge?.settled(),
    withoutScript: (status) => withoutScript(language, status),
  });

  return {
    pages,
    rebuilt() {
      pages.rebuilt();
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
