import { z } from 'zod';
import type { BlockDefinition } from '../block';
import { escapeHtml } from '../html/escape-html';
import { inlineHtml } from '../inline/inline-html';
import { inlineContent } from '../inline/inline-schema';
import { inlineText } from '../inline/inline-text';
import { tidyInline, tidySingleLine } from '../inline/tidy-inline';

/** A quotation from the story itself, set large. `by`: its speaker; `''` if not named. */
const schema = z.object({
  type: z.literal('pullQuote'),
  attrs: z.object({ by: z.string().max(200).default('') }),
  content: inlineContent,
});
type PullQuote = z.infer<typeof schema>;

export const pullQuote: BlockDefinition<PullQuote> = {
  types: ['pullQuote'],
  schema,
  tidy(block) {
    const content = tidyInline(block.content);
    if (content.length === 0) return [];
    return [{ type: 'pullQuote', attrs: { by: tidySingleLine(block.attrs.by) }, content }];
  },
  text: ({ attrs, content }) => [...inlineText(content).split('\n'), attrs.by],
  html({ attrs, content }) {
    const by = attrs.by && `<figcaption>${escapeHtml(attrs.by)}</figcaption>`;
    return `<figure class="pull"><blockquote><p>${inlineHtml(content)}</p></blockquote>${by}</figure>`;
  },
  name: () => 'বড় উদ্ধৃতি',
};
