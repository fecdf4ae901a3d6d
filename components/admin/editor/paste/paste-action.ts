import { looksLikeBijoy } from '@barta/bengali/latin/bijoy';
import { MAX_BODY_CHARACTERS } from '@/lib/stories/body/limits';
import { isWorthACard } from './embed-address';

export interface PastedContent<PastedFile = File> {
  text: string;
  html: string;
  files: readonly PastedFile[];
}

export type PasteAction<PastedFile = File> =
  | { kind: 'refuse-too-long' }
  /** Picture files alone, without text. */
  | { kind: 'upload'; files: readonly PastedFile[] }
  /** An address that makes a card. */
  | { kind: 'ask-about-card'; url: string }
  /** Text typed for an old font, which may be converted. */
  | { kind: 'ask-about-bijoy' }
  /** Content that the editor takes in by itself. */
  | { kind: 'insert' };

/** What to do with a paste. `bodyCharacters`: how long the body is already. */
export function pasteActionOf<PastedFile>(
  { text, html, files }: PastedContent<PastedFile>,
  { isEmptyLine, bodyCharacters }: { isEmptyLine: boolean; bodyCharacters: number },
): PasteAction<PastedFile> {
  if (text.length + bodyCharacters > MAX_BODY_CHARACTERS) return { kind: 'refuse-too-long' };
  if (text === '' && html === '' && files.length > 0) return { kind: 'upload', files };
  if (isEmptyLine && isWorthACard(text)) return { kind: 'ask-about-card', url: text.trim() };
  if (!isOfEditor(html) && looksLikeBijoy(text)) return { kind: 'ask-about-bijoy' };
  return { kind: 'insert' };
}

/** Copied in an editor of ours: it is clean already. */
export function isOfEditor(html: string): boolean {
  return html.includes('data-pm-slice');
}
