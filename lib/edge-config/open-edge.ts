import {
  type ChangeFeed,
  createEdge,
  type EdgeConfig,
  type EdgeServer,
  immutable,
  type OwnRoute,
  type Renderer,
  type StaticFile,
} from '@barta/edge';
import type { RenderTimeouts } from '@barta/edge/renderers/render-request';
import type { ReadDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { tag } from '@/lib/cache/tags';
import type { LabelSet } from '@/lib/site/labels';
import { settingsFrom } from '@/lib/site/settings';
import { addressRules } from './address-rules';
import { deskNoscript } from './desk-without-script';
import { errorPage } from './error-pages';
import { formRules, isStaffRequest } from './form-rules';
import { mediaFiles } from './media-files';
import { oldAddresses } from './old-addresses';
import { prefetchRuleHashes, prefetchRulesRoute } from './prefetch-rules';
import { securityHeaders, securityPolicy } from './security-policy';
import { viewBeacon } from './views/view-beacon';
import type { ViewCounter } from './views/view-counter';
import { linkWholeFonts } from './whole-fonts';

export interface EdgeOptions {
  changeFeed: ChangeFeed;
  renderer: Renderer;
  db: ReadDb;
  views: ViewCounter;
  siteUrl: string;
  trustedProxies: readonly string[];
  pageMemoryBytes: number;
  /** How many seconds a cache in front may keep a page without revalidating; 0 by default. */
  sharedMaxAge?: number;
  renderers?: number;
  /** Folder of page files for a web server in front. */
  pageFiles?: string | undefined;
  /** Address of a Varnish in front, which is sent the purges. */
  purgeUrl?: string | undefined;
  /** Whoever sends it in \`x-barta-proxy\` receives the tags of each page. */
  proxySecret?: string | undefined;
  readFile?: (path: string) => Promise<StaticFile | undefined>;
  /** Folder of audio and video; without one the renderer is asked. */
  mediaFolder?: string;
  /** Hosts whose audio and video pages may play. */
  mediaHosts?: readonly string[];
  /** Returns the current hashes of the inline scripts in reader pages. */
  inlineScripts?: () => readonly string[];
  timeouts?: RenderTimeouts | undefined;
  headersTimeoutMs?: number | undefined;
  log(line: string): void;
}

/** The edge server, configured for this application. */
export function openEdge(options: EdgeOptions): EdgeServer {
  const { db, views, siteUrl, log, inlineScripts = () => [] } = options;
  const policy = securityPolicy(siteUrl.startsWith('https:'), options.mediaHosts, () => [
    ...inlineScripts(),
    ...prefetchRuleHashes,
  ]);
  let language: LabelSet = 'bn';
  const readSettings = () => {
    settingRows(db)
      .then((rows) => {
        const { labelSet, showViews } = settingsFrom(rows);
        language = labelSet;
        views.areShown = showViews;
      })
      .catch((error) => log(`settings cannot be read: ${error.message}`));
  };
  readSettings();

  const { mediaFolder } = options;
  const ownRoutes: OwnRoute[] = [
    prefetchRulesRoute(policy),
    ...(mediaFolder ? [mediaFiles(mediaFolder, policy)] : []),
    viewBeacon(views, siteUrl, policy),
  ];
  return createEdge({
    ...{ siteUrl, log, ownRoutes },
    renderer: options.renderer,
    renderers: options.renderers ?? 1,
    changeFeed: options.changeFeed,
    addresses: addressRules,
    securityHeaders: securityHeaders(policy),
    pages: pageRules(options),
    forms: formRules,
    oldAddresses: oldAddresses(db, policy),
    errorPage: (status) => errorPage(language, policy, status),
    emptyErrorBody: (status) => deskNoscript(language, status),
    ...(options.readFile ? { readFile: options.readFile } : {}),
    isPriority: isStaffRequest,
    onInvalidated: (tags) => {
      if (tags.includes(tag.site)) readSettings();
    },
    frontCache: frontCache(options),
    droppedHeaders: /^x-barta-/,
    trustedProxies: options.trustedProxies,
    userAgent: 'BartaEdge/1 (renders for readers)',
    timeouts: options.timeouts,
    headersTimeoutMs: options.headersTimeoutMs,
  });
}

function pageRules({ pageMemoryBytes, sharedMaxAge, pageFiles }: EdgeOptions): EdgeConfig['pages'] {
  return {
    maxBytes: pageMemoryBytes,
    sharedMaxAge: sharedMaxAge ?? 0,
    globalTags: [tag.site, tag.today],
    globalSwrTags: [tag.ads],
    notFoundPath: '/missing',
    keepScript: (attributes) => /\bsrc="\/enhance\//.test(attributes),
    transform: (html) => linkWholeFonts(html),
    fileLifetime,
    folder: pageFiles,
  };
}

/** A file with a hash in its name never changes; a font under its plain name may, rarely. */
function fileLifetime(path: string): string | undefined {
  const isHashed =
    path.startsWith('/media/') || /^\/(enhance|fonts)\/.*[-.][A-Za-z0-9_]{8,}\.\w+$/.test(path);
  if (isHashed) return immutable;
  return path.startsWith('/fonts/') ? 'public, max-age=604800' : undefined;
}

function frontCache({ proxySecret, purgeUrl }: EdgeOptions): EdgeConfig['frontCache'] {
  return proxySecret === undefined ? undefined : { header: 'x-barta-proxy', secret: proxySecret, purgeUrl };
}
