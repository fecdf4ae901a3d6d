import { toBengaliDigits } from '@barta/bengali/digits';
import { z } from 'zod';
import type { BlockDefinition } from '../block';

const schema = z.object({
  type: z.literal('alsoRead'),
  attrs: z.object({ storyId: z.number().int().positive().max(1e15) }),
});
type AlsoRead = z.infer<typeof schema>;

/**
 * A link to another story. Its HTML is an empty placeholder that `withAlsoRead` fills when the page is read, so that
 * it always shows the story's current headline.
 */
export const alsoRead: BlockDefinition<AlsoRead> = {
  types: ['alsoRead'],
  schema,
  tidy: ({ attrs }) => [{ type: 'alsoRead', attrs: { storyId: attrs.storyId } }],
  text: () => [],
  html: ({ attrs }) => `<aside class="inset" data-also="${attrs.storyId}"></aside>`,
  name: () => 'আরও পড়ুন',
  summary: ({ attrs }) => toBengaliDigits(attrs.storyId),
};
