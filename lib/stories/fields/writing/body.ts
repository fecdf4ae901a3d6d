import { z } from 'zod';
import { textOf } from '@/lib/forms/read-form';
import { done } from '@/lib/result';
import { MAX_BODY_CHARACTERS } from '@/lib/stories/body/limits';
import { emptyDocument, type StoryDocument } from '../../body/document';
import { documentHtml } from '../../body/document-html';
import { documentLookups } from '../../body/document-lookups';
import { documentText } from '../../body/document-text';
import {
  documentFromNotation,
  documentFromOwnNotation,
  hasBlockReferences,
  needsBlockReferences,
  notationFromDocument,
} from '../../body/notation/document-notation';
import { parseDocument } from '../../body/parse-document';
import { type BodyDocument, bodyFromJson } from '../../body/stored-body';
import { tidyDocument } from '../../body/tidy-document';
import type { StoryField } from '../field';

interface WithBody {
  form: string;
  video: string;
}

/**
 * The text of a story. With JavaScript the form submits a document as `bodyDoc`, and no `body`. Without JavaScript it
 * submits the notation made from the document as `body`, together with the document itself if it has blocks that the
 * notation can only refer to.
 */
export const body: StoryField<BodyDocument, WithBody> = {
  label: 'editor.body',
  empty: emptyDocument,
  limit: MAX_BODY_CHARACTERS,
  parse(form) {
    const notation = textOf(form, 'body');
    const json = textOf(form, 'bodyDoc');
    // An empty text beside a document comes from a form that never displayed the text, so nobody has emptied it.
    const isNotation = typeof form.get('body') === 'string' && (notation.trim() !== '' || json === '');
    if (isNotation && notation.length > MAX_BODY_CHARACTERS) return 'too-long';
    if (isNotation && !hasBlockReferences(notation)) return documentFromOwnNotation(notation);
    const sent = parseDocument(json);
    if (!sent.ok) return sent.code;
    if (!isNotation) return sent.value ?? emptyDocument;
    const whole = documentFromNotation(notation, sent.value);
    return whole.ok ? whole.value : whole.code;
  },
  formValue: (document) => (typeof document === 'string' ? '' : notationFromDocument(document)),
  // `''` if the notation expresses everything, so that the form is not twice as long.
  hiddenFormValues: (document) => ({
    bodyDoc: typeof document === 'string' || !needsBlockReferences(document) ? '' : JSON.stringify(document),
  }),
  tidy: (document) => (typeof document === 'string' ? document : tidyDocument(document)),
  faults(document) {
    if (typeof document === 'string') return [document];
    return isTooLong(document) ? ['too-long'] : [];
  },
  // A video story needs no text, and a live story consists of its posts.
  faultsForReaders(document, { form, video }) {
    const isFilm = form === 'video' && video !== '';
    return isEmptyBody(document) && !isFilm && form !== 'live' ? ['missing'] : [];
  },
  read: (_, row) => bodyFromJson(row.bodyDoc),
  columns(t, document) {
    if (typeof document === 'string') throw new Error(`a body that is ${document}`);
    return done({
      bodyDoc: document,
      bodyHtml: documentHtml(document, documentLookups(t)),
      bodyText: documentText(document),
    });
  },
  fromJson: bodyFromJson,
  merge: 'body',
  auditedByHash: true,
  importShape: z
    .union([z.string(), z.array(z.string()).transform((paragraphs) => paragraphs.join('\n\n'))])
    .transform(documentFromOwnNotation),
};

export function isEmptyBody(document: BodyDocument): boolean {
  return typeof document !== 'string' && document.content.length === 0;
}

/** Measured in notation: a form without JavaScript must be able to submit whatever is stored. */
function isTooLong(document: StoryDocument): boolean {
  return notationFromDocument(document).length > MAX_BODY_CHARACTERS;
}
