import type { PageNote } from '@/lib/cache/cache-tags';

export type Finished =
  | { ok: true; html: string; note: PageNote | undefined }
  /** A part of the page would have been filled in by a script that readers do not get. */
  | { ok: false; reason: string };

/**
 * Makes of Next's answer the document that readers get: without the framework's scripts and preloads, without
 * React's marks and without the note, which is returned. Our own module and structured data stay.
 * To be looked at with each upgrade of Next.
 */
export function finishDocument(answer: string): Finished {
  // `$?` waits for a streamed part, `$!` is one that failed and was left to the browser.
  const hole = /<!--\$[?!]-->|<template id="[BP]:/.exec(answer);
  if (hole) return { ok: false, reason: `a hole at character ${hole.index} would be filled by a script` };

  const notes: PageNote[] = [];
  let first = '';
  const html = answer
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) => {
      if (!/\bdata-first-paint\b/.test(attributes)) return staysForReaders(attributes) ? script : '';
      first = script;
      return '';
    })
    // React puts style sheets on top. A script below one waits for it, and the reading of the page with it.
    .replace(/<link rel="stylesheet"|<\/head>/, (sheet) => first + sheet)
    // `expect` would hold back the first paint until a script that is gone.
    .replace(/<link\b[^>]*\brel="(preload|modulepreload|expect|prefetch)"[^>]*>/g, (link, rel: string) =>
      rel === 'preload' && /\bas="(font|image|style)"/.test(link) ? link : '',
    )
    .replace(/<meta name="page-note" content="([^"]*)"[^>]*>/g, (_, content: string) => {
      notes.push(JSON.parse(unescapeAttribute(content)) as PageNote);
      return '';
    })
    .replace(/<meta name="next-size-adjust"[^>]*>/g, '')
    .replace(/<!--(?: |\/?[$&]|html|head|body)?-->/g, '')
    .replace(/<div hidden="">\s*<\/div>/g, '');

  return { ok: true, html, note: together(notes) };
}

function staysForReaders(attributes: string): boolean {
  return /\btype="application\/ld\+json"|\bsrc="\/enhance\//.test(attributes);
}

/** A page may say in several places what it shows. */
function together(notes: readonly PageNote[]): PageNote | undefined {
  if (notes.length === 0) return undefined;
  const status = notes.find((note) => note.status !== undefined)?.status;
  return {
    tags: [...new Set(notes.flatMap((note) => note.tags))],
    soft: [...new Set(notes.flatMap((note) => note.soft ?? []))],
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
