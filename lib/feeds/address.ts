/**
 * An absolute address in ASCII for machines. Feed readers handle Bengali letters in links differently, and all
 * understand `%E0%A6%96`. Escapes are kept. `site` has no trailing slash.
 */
export function wholeAddress(address: string, site: string): string {
  const whole = address.startsWith('/') && !address.startsWith('//') ? site + address : address;
  try {
    return new URL(whole, `${site}/`).href;
  } catch {
    return encodeURI(whole);
  }
}

const LINK = /(\s(?:href|src|poster|cite)=")([^"]*)"/g;
const TAG = /<[a-z][^>]*>/g;
/** Attributes that only scripts on our own page use: the W3C validator warns about each. */
const OURS = /\s(?:srcset|sizes|loading|decoding|playsinline|tabindex|data-[a-z-]+)="[^"]*"/g;

/** A story's HTML for feeds: every link, picture and fragment absolute and in ASCII. `address`: the story's own. */
export function htmlForElsewhere(html: string, site: string, address: string): string {
  return html.replace(TAG, (tag) =>
    tag.replace(OURS, '').replace(LINK, (_, before: string, link: string) => {
      if (link === '' || /^(?:mailto|tel):/.test(link)) return `${before}${link}"`;
      const whole = link.startsWith('#') ? address + link : link;
      return `${before}${escaped(wholeAddress(plain(whole), site))}"`;
    }),
  );
}

const plain = (attribute: string) => attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
