/**
 * An address as machines read it: whole, and in ASCII. Readers' programs differ in what they make of a Bengali
 * letter in a link, and none errs at `%E0%A6%96`. What is escaped already stays so. `site` has no slash at its end.
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
/** What only a browser on our own page knows what to do with: the W3C's validator warns of each. */
const OURS = /\s(?:srcset|sizes|loading|decoding|playsinline|tabindex|data-[a-z-]+)="[^"]*"/g;

/** A story's HTML for reading elsewhere: every link and picture of it, and every place in it, whole and in ASCII. `address`: the story's own. */
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
