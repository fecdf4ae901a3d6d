import { emptyDocument, type StoryDocument } from './document';
import { documentFromOwnNotation } from './notation/document-notation';
import { checkDocument, type DocumentFault } from './parse-document';

/** A story's body, or why the input is not one. */
export type BodyDocument = StoryDocument | DocumentFault | 'too-long';

/**
 * A body as it is stored in a story, revision or snapshot. A string is in the notation of the form without
 * JavaScript, from before migration 0026; it is still read and no longer written.
 */
export function bodyFromJson(json: unknown): StoryDocument {
  if (json === null || json === undefined) return emptyDocument;
  if (typeof json === 'string') return documentFromOwnNotation(json);
  const stored = checkDocument(json);
  if (!stored.ok) throw new Error(`a stored body is ${stored.code}`);
  return stored.value;
}

/** The document to display; an empty one if the stored value is invalid. */
export function documentIn(body: BodyDocument): StoryDocument {
  return typeof body === 'string' ? emptyDocument : body;
}

/** The body of a story's row. */
export function storedDocument({ bodyDoc }: { bodyDoc: unknown }): StoryDocument {
  return bodyFromJson(bodyDoc);
}
