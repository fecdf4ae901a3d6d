import { kindPlayedHere } from '@/lib/media/media-file';
import { playerHtml } from '../html/player-html';

/** A paragraph that holds a link or an address and nothing else, as the sanitiser writes it. */
const ALONE = /<p>(?:<a href="([^"]+)"(?: rel="[^"]*")?>([^<]*)<\/a>|((?:https:\/|\/media)\/[^\s<"]+))<\/p>/g;

/**
 * The HTML of a text that is typed by hand (a live post's, a page's that is no story), its sounds and films playing where
 * they stand: a file of ours whose address, or a link to it, has a paragraph to itself. A link's words are the file's name.
 */
export function withFilePlayers(bodyHtml: string): string {
  return bodyHtml.replace(
    ALONE,
    (whole, linked: string | undefined, words: string | undefined, plain: string | undefined) => {
      const address = linked ?? plain ?? '';
      const kind = kindPlayedHere(address);
      // Between tags a `"` stands as it was typed.
      const named = words === undefined || words === address ? '' : words.replaceAll('"', '&quot;');
      return kind ? playerHtml(kind, { address, title: named }) : whole;
    },
  );
}
