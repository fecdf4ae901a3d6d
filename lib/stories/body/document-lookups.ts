import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { pictureAddress } from '@/lib/pictures/picture-addresses';
import { labelsIn } from '@/lib/site/labels';
import { photo } from '../for-readers/cards';
import type { Lookups } from './block';

/** The words that stand in a body are the paper's own, whichever labels its pages have. */
const say = labelsIn('bn');

/** What documents name, as it lies in the store now. */
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
