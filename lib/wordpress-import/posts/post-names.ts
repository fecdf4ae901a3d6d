import { truncateGraphemes } from '@barta/bengali/graphemes';
import { storyLimits } from '@/lib/stories/fields/check-fields';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { plainTextOf, withoutAddress } from '../content/plain-text';
import type { ExportItem } from '../export/export-format';
import type { PostContext } from '../import-context';
import { decodedSlug } from '../old-site';

export const nameOf = (name: string) => truncateGraphemes(oneLine(plainTextOf(name)), storyLimits.name, '…');

/** `tag` in exports of WordPress before 3.1. */
export const isTag = ({ domain }: { domain: string }) => domain === 'post_tag' || domain === 'tag';

export const topicsOf = ({ terms }: ExportItem) =>
  terms.filter(isTag).map(({ name, nicename }) => name || decodedSlug(nicename));

interface Signer {
  name: string;
  /** The last segment of their archive's path, as it may have been. */
  logins: string[];
}

/** The authors by Co-Authors Plus if it was used, else the one author. Display names, never accounts. */
export function signersOf({ authors }: PostContext, { terms, creator }: ExportItem): Signer[] {
  const several = terms
    .filter(({ domain, name }) => domain === 'author' && nameOf(name) !== '')
    .map(({ name, nicename }) => ({
      name: withoutAddress(nameOf(name)),
      logins: [nicename, nicename.replace(/^cap-/, '')],
    }));
  if (several.length > 0) return several;
  const name = withoutAddress(nameOf(authors.get(creator)?.name ?? creator));
  return name === '' ? [] : [{ name, logins: [creator, creator.toLowerCase().replace(/[^a-z0-9]+/g, '-')] }];
}
