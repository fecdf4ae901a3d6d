import { z } from 'zod';
import type { BlockDefinition } from '../block';

const schema = z.object({ type: z.literal('horizontalRule') });
type Rule = z.infer<typeof schema>;

export const rule: BlockDefinition<Rule> = {
  types: ['horizontalRule'],
  schema,
  tidy: () => [{ type: 'horizontalRule' }],
  text: () => [],
  html: () => '<hr />',
  name: () => 'রেখা',
  notation: () => '<hr>',
  fromHtml: {
    hr() {
      const block: Rule = { type: 'horizontalRule' };
      return [block];
    },
  },
};
