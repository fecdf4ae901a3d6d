import { truncateGraphemes } from '@barta/bengali/graphemes';
import { eq } from 'drizzle-orm';
import { pictures, type StoryState } from '@/db/schema';
import { fittingWords } from '@/lib/pictures/picture-words';
import { DOCUMENT_VERSION, type StoryDocument } from '@/lib/stories/body/document';
import { textOfDocument } from '@/lib/stories/body/document-text';
import { documentOf } from '@/lib/stories/body/parse-document';
import { emptyFields, type StoryFields } from '@/lib/stories/fields/catalogue';
import { storyLimits, tidyFields } from '@/lib/stories/fields/check-fields';
import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';
import { documentOfBody } from './content/body-document';
import { wordsOf } from './content/plain-words';
import type { ExportItem } from './export/shape';
import { leadOf } from './lead-links';
import type { Step } from './move';
import { knownFilesOf } from './post-files';
import { nameOf, signersOf, topicsOf } from './post-names';
import { noteOf, type ReadyPost } from './ready-post';

/** A post as the fields of a story, all within what those may hold. `waits.links`: some lead to what is not here yet. */
export function postFieldsOf(
  step: Step,
  { item, body, sections, files }: ReadyPost,
  state: StoryState,
  waits: { links: boolean },
): StoryFields {
  const document = documentOfBody(body, {
    ...knownFilesOf(files),
    link: (href) => {
      const lead = leadOf(step.t, step.site, href);
      waits.links ||= lead === null;
      return lead ?? href;
    },
  });
  const held = documentOf(document).ok ? document : plainly(step, item, document);
  const [section = '', ...others] = sections;
  for (const one of body.dropped) noteOf(step, item, 'otherwise', `${one} is left out of the text`);
  if (item.isCut) noteOf(step, item, 'otherwise', 'was longer than is ever held: the end of it is missing');

  const standfirst = fitting(
    step,
    item,
    'standfirst',
    wordsOf(metaOf(item, step.wish.standfirstKey) || item.excerpt),
  );
  const headline = headlineOf(step, item, document);
  const isBare = held.content.length === 0 && state !== 'draft';
  if (isBare) noteOf(step, item, 'otherwise', 'has no text that can be shown: its headline stands for it');
  return tidyFields({
    ...emptyFields,
    section,
    sections: atMost(step, item, 'sections', others),
    kicker: fitting(step, item, 'kicker', wordsOf(metaOf(item, step.wish.kickerKey))),
    headline,
    standfirst,
    body: '',
    bodyDoc: isBare ? documentSaying([standfirst || headline]) : held,
    topics: atMost(step, item, 'topics', topicsOf(item)),
    bylines: atMost(
      step,
      item,
      'bylines',
      signersOf(step, item).map(({ name }) => name),
    ),
    district: '',
    ...leadOfPost(step, files.lead, headline),
    comments: item.commentStatus === 'open' ? 'open' : 'closed',
  });
}

/** What nobody has said of a picture is said here, since no story is published without: whose site it was, and what it is about. */
function leadOfPost({ t, wish, site }: Step, pictureId: number | null, headline: string) {
  const picture =
    pictureId === null ? undefined : t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
  if (!picture) return { pictureId: null, pictureCaption: '', pictureCredit: '', pictureAlt: '' };
  const words = fittingWords({
    caption: picture.caption,
    credit: picture.credit || wish.credit || site.name || site.host,
    alt: picture.alt || picture.caption || headline,
  });
  return { pictureId, pictureCaption: words.caption, pictureCredit: words.credit, pictureAlt: words.alt };
}

/** Of more blocks, or of lists within lists deeper, than a document may hold: its words are, as paragraphs. */
function plainly(step: Step, item: ExportItem, document: StoryDocument): StoryDocument {
  noteOf(
    step,
    item,
    'otherwise',
    'has more blocks, or deeper ones, than a text here: its words came as paragraphs',
  );
  const lines = textOfDocument(document).split('\n');
  const together = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const paragraphs: string[] = [];
  for (let at = 0; at < lines.length; at += together)
    paragraphs.push(lines.slice(at, at + together).join(' '));
  return documentSaying(paragraphs);
}

const MOST_PARAGRAPHS = 10_000;

function documentSaying(paragraphs: readonly string[]): StoryDocument {
  return {
    type: 'doc',
    version: DOCUMENT_VERSION,
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

const metaOf = (item: ExportItem, key: string) => (key === '' ? '' : (item.meta.get(key) ?? ''));

function headlineOf(step: Step, item: ExportItem, document: StoryDocument): string {
  const title = oneLine(wordsOf(item.title));
  if (title !== '') return fitting(step, item, 'headline', title);
  const [firstLine = ''] = textOfDocument(document).split('\n');
  const stand = truncateGraphemes(oneLine(firstLine), 80, '…') || `শিরোনামহীন (${item.id})`;
  noteOf(step, item, 'otherwise', `has no title: it is called "${stand}"`);
  return stand;
}

type Line = 'headline' | 'standfirst' | 'kicker';

function fitting(step: Step, item: ExportItem, field: Line, text: string): string {
  const line = oneLine(text);
  if (!isLonger(line, storyLimits[field])) return line;
  noteOf(step, item, 'otherwise', `its ${field} was cut at ${storyLimits[field]} letters`);
  return truncateGraphemes(line, storyLimits[field], '…');
}

function atMost(
  step: Step,
  item: ExportItem,
  field: 'topics' | 'bylines' | 'sections',
  names: readonly string[],
) {
  const distinct = [...new Set(names.map((name) => nameOf(name)).filter((name) => name !== ''))];
  const most = storyLimits[field];
  if (distinct.length > most)
    noteOf(step, item, 'otherwise', `had ${distinct.length} ${field}, of which a story has ${most} at most`);
  return distinct.slice(0, most);
}
