import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { oneKindOf, pictureAddress } from '@/lib/pictures/addresses';
import { labelsIn } from '@/lib/site/labels';
import type { Lookups } from './render';

/** The words that stand in a body are the paper's own, whichever labels its pages have. */
const say = labelsIn('bn');

/** What documents name, as it lies in the store now. */
export function lookupsIn(t: Tx): Lookups {
  return {
    picture: (id) => {
      const known = t.select().from(pictures).where(eq(pictures.id, id)).get();
      if (!known) return undefined;
      const { caption, credit, alt } = known;
      const variants = oneKindOf(known.variants).map((variant) => ({
        src: pictureAddress(variant),
        width: variant.width,
        height: variant.height,
      }));
      return { variants, caption, credit, alt };
    },
    creditLine: (name) => say('article.photoCredit', { name }),
    correction: say('editor.correctionTitle'),
  };
}
