import { env } from '@/lib/env';

/** What addresses in comments end in. Not `in`, `to`, `us` and `so`: who forgets a blank after a full stop writes them. */
const TOP =
  'com|net|org|info|xyz|top|site|online|shop|club|live|me|ly|gl|io|app|bd|co|cc|tk|ru|cn|win|bet|vip|store|link|click|biz|fun|tv|gg|icu|cash|loan|bid|page|example';
const BENGALI_TOP: Readonly<Record<string, string>> = {
  কম: 'com',
  নেট: 'net',
  লি: 'ly',
  মি: 'me',
  অর্গ: 'org',
  ইনফো: 'info',
  বিডি: 'bd',
};

const LINK = new RegExp(
  `\\bhttps?:\\/\\/|(?<!\\/)\\bwww\\.[\\p{L}\\p{N}]|(?<![\\p{L}\\p{M}\\p{N}@./-])[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:${TOP})\\b(?=[/?#:,;!)\\]\\s।]|$)`,
  'giu',
);
const SET_APART = new RegExp(`(?<=[a-z0-9])\\s?\\.\\s?(?=(?:${TOP})(?:[/\\s]|$))`, 'giu');

/** A text whose addresses are as browsers read them: `hxxp`, `[.]`, ` dot ` and ডট কম are what they stand for. */
export function withPlainLinks(text: string): string {
  return text
    .replace(/\bhxxp(s?):/giu, 'http$1:')
    .replace(/\s?[([{]\s?(?:\.|dot|ডট)\s?[)\]}]\s?/giu, '.')
    .replace(
      /\sডট\s(কম|নেট|লি|মি|অর্গ|ইনফো|বিডি)(?![\p{L}\p{M}])/gu,
      (_, top: string) => `.${BENGALI_TOP[top]}`,
    )
    .replace(new RegExp(`(?<=[a-z0-9])\\s(?:dot|ডট)\\s(?=(?:${TOP})\\b)`, 'giu'), '.')
    .replace(SET_APART, '.');
}

/** How many addresses a text holds, with or without their scheme, plain or in disguise. Our own pages are none. */
export function linksIn(text: string): number {
  const own = new URL(env().SITE_URL).host.replace(/[.]/g, '\\.');
  const others = withPlainLinks(text).replace(
    new RegExp(`(?:https?:\\/\\/)?(?:www\\.)?${own}(?![\\p{L}\\p{N}.:@-])`, 'giu'),
    ' ',
  );
  return others.match(LINK)?.length ?? 0;
}
