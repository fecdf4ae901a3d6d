import { countGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import type { LabelKey } from '@/lib/site/labels';

/** Something to look at beside the text. Where it is: a span of the body, or a field by name. */
export interface Finding {
  what: LabelKey;
  values?: Readonly<Record<string, string | number>>;
  at: { from: number; to: number } | { field: string };
}

/** A piece of the body with the place it begins at. `text` of a block without words is `''`. */
export interface CheckedBlock {
  from: number;
  text: string;
  type: string;
  attrs: Readonly<Record<string, unknown>>;
  links: readonly { href: string; from: number; to: number }[];
}

/** The mock's measure: what two lines of the front take. */
export const HEADLINE_LETTERS = 90;
const SHORT_HEADLINE_LETTERS = 50;
const MOST_OF_A_KIND = 8;

/** What a careful sub-editor would say of it. Never in the way of saving. */
export function findingsIn(
  blocks: readonly CheckedBlock[],
  fields: Readonly<Record<string, string>>,
  known: { hasAlt: (pictureId: number | null) => boolean; isDead: (storyId: number) => boolean },
): Finding[] {
  const headline = fields.headline ?? '';
  const short = fields.shortHeadline ?? '';
  return [
    ...tooLong(headline, HEADLINE_LETTERS, 'headline', 'editor.headlineLong', short === ''),
    ...tooLong(short, SHORT_HEADLINE_LETTERS, 'shortHeadline', 'editor.shortHeadlineLong', true),
    ...Object.entries(fields)
      .filter(([, text]) => isOdd(text))
      .map(([field]): Finding => ({ what: 'editor.oddLetters', at: { field } })),
    ...(fields.pictureId && fields.pictureAlt === '' && !known.hasAlt(Number(fields.pictureId))
      ? [{ what: 'editor.altMissing', at: { field: 'pictureAlt' } } as const]
      : []),
    ...blocks.flatMap((block) => withoutAlt(block, known.hasAlt)),
    ...blocks.flatMap((block) => deadLinks(block, known.isDead)),
    ...blocks.flatMap(repeatedWords).slice(0, MOST_OF_A_KIND),
    ...blocks.flatMap(oddLetters).slice(0, MOST_OF_A_KIND),
  ];
}

/** The number of the story of ours that an address leads to; null if it leads elsewhere. `origin` as in `https://x.y`. */
export function storyLinked(href: string, origin: string): number | null {
  const url = URL.parse(href, origin);
  if (!url || url.origin !== origin) return null;
  const id = /^\/[a-z][a-z-]*\/([1-9]\d{0,14})(?:\/|$)/.exec(url.pathname)?.[1];
  return id === undefined ? null : Number(id);
}

function tooLong(text: string, max: number, field: string, what: LabelKey, isWanted: boolean): Finding[] {
  const letters = countGraphemes(text);
  return isWanted && letters > max ? [{ what, values: { letters, max }, at: { field } }] : [];
}

function withoutAlt({ type, attrs, from }: CheckedBlock, hasAlt: (id: number | null) => boolean): Finding[] {
  const pictures =
    type === 'figure' ? [attrs] : type === 'gallery' ? (attrs.pictures as (typeof attrs)[]) : [];
  const isWanting = pictures.some(({ alt, pictureId }) => alt === '' && !hasAlt(pictureId as number | null));
  return isWanting ? [{ what: 'editor.altMissing', at: { from, to: from + 1 } }] : [];
}

function deadLinks({ type, attrs, from, links }: CheckedBlock, isDead: (id: number) => boolean): Finding[] {
  const origin = globalThis.location?.origin ?? 'http://localhost';
  const card: Finding[] =
    type === 'alsoRead' && isDead(Number(attrs.storyId))
      ? [{ what: 'editor.alsoReadDead', at: { from, to: from + 1 } }]
      : [];
  return [
    ...card,
    ...links.flatMap((link): Finding[] => {
      const id = storyLinked(link.href, origin);
      return id !== null && isDead(id)
        ? [{ what: 'editor.linkDead', values: { href: link.href }, at: { from: link.from, to: link.to } }]
        : [];
    }),
  ];
}

/** Bengali doubles many words on purpose, as in ধীরে ধীরে, and no list has them all; doubling one of these is a slip. */
const SLIPS: ReadonlySet<string> = new Set(
  'এবং ও আর কিন্তু যে এই সেই একটি একজন থেকে জন্য করা করে হয় হয়েছে হয়েছে ছিল তার তিনি তাঁর এর না কি এ the a of and to in'
    .split(' ')
    .map(normalise),
);

function repeatedWords({ text, from }: CheckedBlock): Finding[] {
  const findings: Finding[] = [];
  let last: { word: string; at: number } | null = null;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu)) {
    const word = normalise(match[0]);
    const isBeside = last && /^[ \u00a0]+$/.test(text.slice(last.at + last.word.length, match.index));
    if (
      last &&
      isBeside &&
      normalise(last.word) === word &&
      (SLIPS.has(word) || isThrice(text, match.index, word))
    )
      findings.push({
        what: 'editor.wordTwice',
        values: { word },
        at: { from: from + last.at, to: from + match.index + match[0].length },
      });
    last = { word: match[0], at: match.index };
  }
  return findings;
}

/** Doubled on purpose is twice; a third time is no figure of speech. */
function isThrice(text: string, at: number, word: string): boolean {
  return (
    normalise(text.slice(Math.max(0, at - 2 * word.length - 4), at))
      .split(/\s+/)
      .filter((one) => one === word).length >= 2
  );
}

function oddLetters({ text, from }: CheckedBlock): Finding[] {
  if (!isOdd(text)) return [];
  const odd = [...text.matchAll(/\S+/gu)].find(([word]) => isOdd(word));
  const at = odd ? from + odd.index : from;
  return [{ what: 'editor.oddLetters', at: { from: at, to: at + (odd?.[0].length ?? 1) } }];
}

/** A ড় of one code point or two is what keyboards differ in, and nobody's slip. */
function isOdd(text: string): boolean {
  return normalise(text) !== text.normalize('NFC');
}
