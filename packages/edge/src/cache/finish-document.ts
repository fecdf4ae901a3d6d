import type { CacheTags } from '../cache-tags.ts';

export type FinishedDocument =
  | { ok: true; html: string; cacheTags: CacheTags | undefined }
  /** A part of the page would have been filled in by a script that readers do not get. */
  | { ok: false; reason: string };

/**
 * Turns Next's response into the document that readers get: without the cache tags, which are returned. With `keepScript`
 * also without the framework's scripts and preloads and React's comment markers; structured data and the scripts that it
 * accepts by their attributes stay. Review it with each upgrade of Next.
 */
export function finishDocument(
  answer: string,
  keepScript?: (attributes: string) => boolean,
): FinishedDocument {
  const found: CacheTags[] = [];
  const html = answer.replace(cacheTagsElement, (_, content: string) => {
    found.push(parseCacheTags(unescapeAttribute(content)));
    return '';
  });
  const cacheTags = mergeCacheTags(found);
  if (!keepScript) return { ok: true, html, cacheTags };

  // `$?` waits for a streamed part, `$!` is one that failed and was left to the browser.
  const hole = /<!--\$[?!]-->|<template id="[BP]:/.exec(html);
  if (hole) return { ok: false, reason: `a hole at character ${hole.index} would be filled by a script` };
  return { ok: true, html: removeFramework(html, keepScript), cacheTags };
}

function removeFramework(html: string, keepScript: (attributes: string) => boolean): string {
  let firstPaint = '';
  return (
    html
      .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) => {
        if (!/\bdata-first-paint\b/.test(attributes)) {
          return isStructuredData(attributes) || keepScript(attributes) ? script : '';
        }
        firstPaint = script;
        return '';
      })
      // React puts style sheets on top. A script below one waits for it, and the parsing of the page with it.
      .replace(/<link rel="stylesheet"|<\/head>/, (match) => firstPaint + match)
      // `expect` would hold back the first paint until a script that has been removed.
      .replace(/<link\b[^>]*\brel="(preload|modulepreload|expect|prefetch)"[^>]*>/g, (link, rel: string) =>
        rel === 'preload' && /\bas="(font|image|style)"/.test(link) ? link : '',
      )
      .replace(/<meta name="next-size-adjust"[^>]*>/g, '')
      .replace(/<!--(?: |\/?[$&]|html|head|body)?-->/g, '')
      .replace(/<div hidden="">\s*<\/div>/g, '')
  );
}

function isStructuredData(attributes: string): boolean {
  return /\btype="application\/ld\+json"/.test(attributes);
}

/** `page-note` and its `soft` are how a renderer of an older build writes it, while a deploy is under way. */
const cacheTagsElement = /<meta name="(?:cache-tags|page-note)" content="([^"]*)"[^>]*>/g;

function parseCacheTags(json: string): CacheTags {
  const { soft, ...cacheTags } = JSON.parse(json) as CacheTags & { soft?: string[] };
  return soft ? { ...cacheTags, swr: soft } : cacheTags;
}

/** A page may name its tags in several places. */
function mergeCacheTags(found: readonly CacheTags[]): CacheTags | undefined {
  if (found.length === 0) return undefined;
  const status = found.find((one) => one.status !== undefined)?.status;
  return {
    tags: [...new Set(found.flatMap(({ tags }) => tags))],
    swr: [...new Set(found.flatMap(({ swr }) => swr ?? []))],
    ...(status === undefined ? {} : { status }),
  };
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

function unescapeAttribute(text: string): string {
  return text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
