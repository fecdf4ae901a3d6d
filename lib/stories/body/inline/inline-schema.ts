import { z } from 'zod';

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().max(2000) }) }),
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('superscript') }),
  z.object({ type: z.literal('subscript') }),
]);
const textRun = z.object({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(mark).max(5).optional(),
});
const inline = z.discriminatedUnion('type', [textRun, z.object({ type: z.literal('hardBreak') })]);

/** The content of a paragraph, a heading or a quotation: runs of text with their marks, and line breaks. */
export const inlineContent = z.array(inline).default([]);

export const inlineTypes = ['text', 'hardBreak'] as const;

export type Mark = z.infer<typeof mark>;
export type TextRun = z.infer<typeof textRun>;
export type Inline = z.infer<typeof inline>;
