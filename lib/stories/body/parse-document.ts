import { done, type Result, refused } from '@/lib/result';
import { documentLimits, documentSchema, nodeTypes, type StoryDocument } from './document';
import { tidyDocument } from './tidy-document';

/** Why the input is not a document: not JSON or not the shape, an unknown block, or over the limits. */
export type DocumentFault = 'malformed' | 'unknown-block' | 'too-large' | 'too-deep';

/** The value of a form's `bodyDoc`, tidied; `''` means no document and is not a fault. Never throws. */
export function parseDocument(json: string): Result<StoryDocument | null, DocumentFault> {
  if (json.trim() === '') return done(null);
  if (json.length > documentLimits.characters) return refused('too-large');
  try {
    return checkDocument(JSON.parse(json));
  } catch {
    return refused('malformed');
  }
}

/** The same for parsed JSON, as it is stored. */
export function checkDocument(value: unknown): Result<StoryDocument, DocumentFault> {
  const fault = faultOf(value);
  if (fault) return refused(fault);
  const parsed = documentSchema.safeParse(value);
  if (parsed.success) return done(tidyDocument(parsed.data));
  const isLarge = parsed.error.issues.some((issue) => issue.code === 'too_big');
  return refused(isLarge ? 'too-large' : 'malformed');
}

/** A walk before the schema is checked, so that no later step can be made to run long or deep. */
function faultOf(root: unknown): DocumentFault | null {
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 1 }];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    seen += 1;
    if (seen > documentLimits.nodes) return 'too-large';
    if (depth > documentLimits.depth) return 'too-deep';
    if (typeof node !== 'object' || node === null || !('type' in node) || typeof node.type !== 'string')
      return 'malformed';
    if (!nodeTypes.has(node.type)) return 'unknown-block';
    if (!('content' in node) || node.content === undefined) continue;
    if (!Array.isArray(node.content)) return 'malformed';
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 });
  }
  return null;
}
