import { type EmbedProvider, siteOfAddress } from '@/lib/stories/body/embed-providers';

/** What an address is an address of; null if it is none of the web. A path of our own media folder is one too. */
export function embedOf(text: string): { provider: EmbedProvider; url: string } | null {
  const typed = text.trim();
  if (/\s/.test(typed)) return null;
  const isOurs = /^\/media\/[\w.-]+$/.test(typed);
  const url = URL.parse(typed, isOurs ? 'https://ours.invalid' : undefined);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  const file = providerOfFile(url.pathname);
  return { provider: siteOfAddress(url) ?? file ?? 'link', url: isOurs ? typed : url.href };
}

/** An address that, pasted alone on a line, is meant as a card and not as a link. */
export function isWorthACard(text: string): boolean {
  const embed = embedOf(text);
  return embed !== null && embed.provider !== 'link';
}

function providerOfFile(path: string): EmbedProvider | undefined {
  if (/\.(?:mp3|m4a|ogg|oga|opus|wav|aac)$/i.test(path)) return 'audio';
  if (/\.(?:mp4|webm|mov|m4v|ogv)$/i.test(path)) return 'video';
  return undefined;
}
