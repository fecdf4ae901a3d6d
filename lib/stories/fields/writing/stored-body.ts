import { DOCUMENT_VERSION, type StoryDocument } from '../../body/document';
import { documentFromNotation } from '../../body/notation/document-notation';
import { checkDocument, type DocumentFault } from '../../body/parse-document';
import type { StoryRow } from '../field';

/** The body as blocks; null where the plain text is all there is; or why what was sent is no document. */
export type BodyDocument = StoryDocument | DocumentFault | null;

interface BodyFields {
  body: string;
  bodyDoc: BodyDocument;
}

/** The document of a story as it lies in the store; null if its plain text is all there is. */
export function storedDocument(story: Pick<StoryRow, 'bodyDoc'>): StoryDocument | null {
  if (story.bodyDoc === null) return null;
  const stored = checkDocument(story.bodyDoc);
  if (!stored.ok) throw new Error(`a stored body is ${stored.code}`);
  return stored.value;
}

/** A story's body for the editor: its document, or one made of the plain text. */
export function documentToEdit({ body, bodyDoc }: BodyFields): StoryDocument {
  if (bodyDoc !== null && typeof bodyDoc !== 'string') return bodyDoc;
  // A line that looks like a block's is words here: only a document has blocks to name.
  const read = documentFromNotation(body.replace(/^\[\[/gm, '&#91;['));
  return read.ok ? read.value : { type: 'doc', version: DOCUMENT_VERSION, content: [] };
}

/**
 * The body as it is stored, where what was sent says the same in the other of its two ways: to open a story that was
 * written as plain text as a document, and the reverse, changes nothing of it.
 */
export function withBodyAsStored<Fields extends BodyFields>(story: StoryRow, fields: Fields): Fields {
  const stored = storedDocument(story);
  const { body, bodyDoc } = fields;
  if (stored && bodyDoc === null && body === story.body) return { ...fields, bodyDoc: stored };
  if (stored || bodyDoc === null || typeof bodyDoc === 'string') return fields;
  const isSame =
    JSON.stringify(documentToEdit({ body: story.body, bodyDoc: null })) === JSON.stringify(bodyDoc);
  return isSame ? { ...fields, body: story.body, bodyDoc: null } : fields;
}
