import { z } from 'zod';
import { type Block, blockDefinitions } from './blocks';
import { inlineTypes } from './inline/inline-schema';

/**
 * A body as blocks: ProseMirror's JSON under a version number of ours. A later version will be a further schema with
 * a migration from this one; stored documents are never rewritten in place.
 */
export const DOCUMENT_VERSION = 1;

/** The limits of a document, checked before its schema. `characters` counts its JSON. */
export const documentLimits = { characters: 1_600_000, nodes: 30_000, depth: 16 } as const;

export interface StoryDocument {
  type: 'doc';
  version: typeof DOCUMENT_VERSION;
  content: Block[];
}

export const documentSchema: z.ZodType<StoryDocument> = z.object({
  type: z.literal('doc'),
  version: z.literal(DOCUMENT_VERSION),
  content: z.array(z.union(blockDefinitions.map(({ schema }) => schema))),
});

/** Every `type` that a node of a document may have. */
export const nodeTypes: ReadonlySet<string> = new Set([
  'doc',
  ...inlineTypes,
  ...blockDefinitions.flatMap(({ types, innerTypes }) => [...types, ...(innerTypes ?? [])]),
]);

/** A body in which nothing is written. */
export const emptyDocument: StoryDocument = { type: 'doc', version: DOCUMENT_VERSION, content: [] };

export function documentOfBlocks(content: Block[]): StoryDocument {
  return { type: 'doc', version: DOCUMENT_VERSION, content };
}
