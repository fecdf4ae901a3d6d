import { kindPlayedHere } from '@/lib/media/media-file';
import { playerHtml } from '../html/player-html';

/** A paragraph that contains only a link or an address, as the sanitiser writes it. */
const ALONE = /<p>(?:<a href="([^"]+)"(?: rel="[^"]*")?>([^<]*)<\/a>|((?:https:\/|\/media)\/[^\s<"]+))<\/p>/g;

/**
 * The HTML of a text typed by hand (a live post or a static page) with its audio and video playing in place: a file
 * of ours whose address, or a link to it, is alone in a paragraph. The link's text becomes the file's name.
 */
export function withFilePlayers(bodyHtml: string): string {
  return bodyHtml.replace(
    ALONE,
    (whole, linked: string | undefined, words: string | undefined, plain: string | undefined) => {
      const address = linked ?? plain ?? '';
      const kind = kindPlayedHere(address);
      // Between tags a `"` is not escaped.
      const named = words === undefined || words === address ? '' : words.replaceAll('"', '&quot;');
      return kind ? playerHtml(kind, { address, title: named }) : whole;
    },
  );
}
