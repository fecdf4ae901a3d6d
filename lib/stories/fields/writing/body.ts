import { z } from 'zod';
import { textOf } from '@/lib/forms/read-form';
import { done } from '@/lib/result';
import { MAX_BODY_CHARACTERS } from '@/lib/stories/body/limits';
import { documentHtml } from '../../body/document-html';
import { documentLookups } from '../../body/document-lookups';
import { documentText } from '../../body/document-text';
import { bodyFromNotation } from '../../body/notation/body-from-notation';
import {
  documentFromNotation,
  hasBlockReferences,
  needsBlockReferences,
  notationFromDocument,
} from '../../body/notation/document-notation';
import { parseDocument } from '../../body/parse-document';
import { tidyDocument } from '../../body/tidy-document';
import type { StoryField } from '../field';
import { manyLines } from '../tidy-text';
import { type BodyDocument, storedDocument } from './stored-body';

/**
 * With script the form sends a document and no `body`. Without, it sends the text, and beside it the document that
 * the text was made from if that has blocks which a text can only name.
 */
export const bodyDoc: StoryField<BodyDocument> = {
  label: 'editor.body',
  empty: null,
  parse(form) {
    const text = textOf(form, 'body');
    // An empty text beside a document is a form that never showed it, and no wish to empty it.
    const isText =
      typeof form.get('body') === 'string' && (text.trim() !== '' || textOf(form, 'bodyDoc') === '');
    if (isText && !hasBlockReferences(text)) return null;
    const sent = parseDocument(textOf(form, 'bodyDoc'));
    if (!sent.ok) return sent.code;
    if (!isText) return sent.value;
    const whole = documentFromNotation(text, sent.value);
    return whole.ok ? whole.value : whole.code;
  },
  // `''` where the plain text says it all, so that the form is not twice as long.
  formValue: (document) =>
    document === null || typeof document === 'string' || !needsBlockReferences(document)
      ? ''
      : JSON.stringify(document),
  tidy: (document) => (document === null || typeof document === 'string' ? document : tidyDocument(document)),
  faults: (document) => (typeof document === 'string' ? [document] : []),
  faultsAt: 'body',
  read: (_, row) => storedDocument(row),
  columns(_, document) {
    if (typeof document === 'string') throw new Error(`a body that is ${document}`);
    return done({ bodyDoc: document });
  },
  merge: 'none',
  auditedByHash: true,
};

interface WithBody {
  bodyDoc: BodyDocument;
  form: string;
  video: string;
}

/** In the notation of `bodyFromNotation`; of a document, what `notationFromDocument` makes of it. */
export const body: StoryField<string, WithBody> = {
  label: 'editor.body',
  empty: '',
  limit: MAX_BODY_CHARACTERS,
  parse: (form) => textOf(form, 'body'),
  formValue: (text) => text,
  tidy: (text, { bodyDoc: document }) =>
    document === null || typeof document === 'string' ? manyLines(text) : notationFromDocument(document),
  faults: (text) => (text.length > MAX_BODY_CHARACTERS ? ['too-long'] : []),
  // A film says it by itself; a live story is told by its posts.
  faultsForReaders(text, { form, video }) {
    const isFilm = form === 'video' && video !== '';
    return text === '' && !isFilm && form !== 'live' ? ['missing'] : [];
  },
  read: (_, row) => row.body,
  columns(t, text, { bodyDoc: document }) {
    if (document === null || typeof document === 'string') {
      const { html, text: bodyText } = bodyFromNotation(text);
      return done({ body: text, bodyHtml: html, bodyText });
    }
    return done({
      body: text,
      bodyHtml: documentHtml(document, documentLookups(t)),
      bodyText: documentText(document),
    });
  },
  merge: 'body',
  auditedByHash: true,
  importShape: z.union([z.string(), z.array(z.string()).transform((paragraphs) => paragraphs.join('\n\n'))]),
};
