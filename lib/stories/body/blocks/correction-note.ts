import { z } from 'zod';
import type { BlockDefinition } from '../block';
import { escapeHtml } from '../html/escape-html';
import { paragraphHtml, paragraphSchema, paragraphText, tidyParagraphs } from './paragraph';

const schema = z.object({ type: z.literal('correctionNote'), content: z.array(paragraphSchema) });
type CorrectionNote = z.infer<typeof schema>;

export const correctionNote: BlockDefinition<CorrectionNote> = {
  types: ['correctionNote'],
  schema,
  tidy(block) {
    const content = tidyParagraphs(block.content);
    return content.length === 0 ? [] : [{ type: 'correctionNote', content }];
  },
  text: ({ content }) => content.flatMap(paragraphText),
  html({ content }, { correction }) {
    const text = content.map(paragraphHtml).join('');
    return `<aside class="note"><strong>${escapeHtml(correction)}</strong>${text}</aside>`;
  },
  name: () => 'সংশোধনী',
};
