import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { labelsIn } from '@/lib/site/labels';
import { photo } from '../for-readers/cards';
import type { Lookups } from './block';

/** Labels inside a body are in the site's main language, whichever labels the page uses. */
const say = labelsIn('bn');

/** Looks up what documents refer to, from the database as it is now. */
export function documentLookups(t: Tx): Lookups {
  return {
    picture: (id) => {
      const known = t.select().from(pictures).where(eq(pictures.id, id)).get();
      if (!known) return undefined;
      const image = photo(known.variants, known.alt);
      const largest = known.variants.findLast(({ mime }) => mime === known.variants.at(-1)?.mime);
      return image && largest
        ? { ...image, caption: known.caption, credit: known.credit, full: pictureAddress(largest) }
        : undefined;
    },
    creditLine: (name) => say('article.photoCredit', { name }),
    correction: say('editor.correctionTitle'),
  };
}
