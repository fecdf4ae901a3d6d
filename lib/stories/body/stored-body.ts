import { emptyDocument, type StoryDocument } from './document';
import { documentFromOwnNotation } from './notation/document-notation';
import { checkDocument, type DocumentFault } from './parse-document';

/** The body of a story; or why what was sent is none. */
export type BodyDocument = StoryDocument | DocumentFault | 'too-long';

/**
 * A body as it is stored in a story, a revision or a snapshot. A string is a text in the notation of the form without
 * script, from before every body was stored as a document (migration 0026): it is read and no longer written.
 */
export function bodyFromJson(json: unknown): StoryDocument {
  if (json === null || json === undefined) return emptyDocument;
  if (typeof json === 'string') return documentFromOwnNotation(json);
  const stored = checkDocument(json);
  if (!stored.ok) throw new Error(`a stored body is ${stored.code}`);
  return stored.value;
}

/** What can be shown of a body: of what is none, nothing. */
export function documentIn(body: BodyDocument): StoryDocument {
  return typeof body === 'string' ? emptyDocument : body;
}

/** The body of a story's row. */
export function storedDocument({ bodyDoc }: { bodyDoc: unknown }): StoryDocument {
  return bodyFromJson(bodyDoc);
}
