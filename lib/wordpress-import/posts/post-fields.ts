import { truncateGraphemes } from '@barta/bengali/graphemes';
import { eq } from 'drizzle-orm';
import { pictures, type StoryState } from '@/db/schema';
import { fittingWords } from '@/lib/pictures/picture-words';
import { DOCUMENT_VERSION, type StoryDocument } from '@/lib/stories/body/document';
import { documentText } from '@/lib/stories/body/document-text';
import { checkDocument } from '@/lib/stories/body/parse-document';
import { emptyFields, type FieldName, type StoryFields, storyFields } from '@/lib/stories/fields/catalogue';
import { storyLimits, tidyFields } from '@/lib/stories/fields/check-fields';
import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';
import { resolveLink } from '../addresses/rewrite-links';
import { documentOfBody } from '../content/body-document';
import { plainTextOf } from '../content/plain-text';
import type { ExportItem } from '../export/export-format';
import type { PostContext } from '../import-context';
import { knownFilesOf } from './post-files';
import { nameOf, signersOf, topicsOf } from './post-names';
import { addPostNote, type PreparedPost } from './prepared-post';

/** A post as story fields within their limits. `unresolved.links`: some point to posts that are not imported yet. */
export function postFieldsOf(
  postContext: PostContext,
  { item, body, sections, files }: PreparedPost,
  state: StoryState,
  unresolved: { links: boolean },
): StoryFields {
  const document = documentOfBody(body, {
    ...knownFilesOf(files),
    link: (href) => {
      const lead = resolveLink(postContext.t, postContext.site, href);
      unresolved.links ||= lead === null;
      return lead ?? href;
    },
  });
  const held = checkDocument(document).ok ? document : plainly(postContext, item, document);
  const [section = '', ...others] = sections;
  for (const one of body.dropped) addPostNote(postContext, item, 'changed', `${one} is skipped of the text`);
  if (item.isCut)
    addPostNote(postContext, item, 'changed', 'was longer than is ever held: the end of it is missing');

  const standfirst = fitting(
    postContext,
    item,
    'standfirst',
    plainTextOf(metaOf(item, postContext.options.standfirstKey) || item.excerpt),
  );
  const headline = headlineOf(postContext, item, document);
  const isBare = held.content.length === 0 && state !== 'draft';
  if (isBare)
    addPostNote(postContext, item, 'changed', 'has no text that can be shown: its headline stands for it');
  return tidyFields({
    ...emptyFields,
    ...textsFromMeta(postContext, item),
    section,
    sections: atMost(postContext, item, 'sections', others),
    kicker: fitting(postContext, item, 'kicker', plainTextOf(metaOf(item, postContext.options.kickerKey))),
    headline,
    standfirst,
    body: isBare ? documentSaying([standfirst || headline]) : held,
    topics: atMost(postContext, item, 'topics', topicsOf(item)),
    bylines: atMost(
      postContext,
      item,
      'bylines',
      signersOf(postContext, item).map(({ name }) => name),
    ),
    district: '',
    ...leadOfPost(postContext, files.lead, headline),
    comments: item.commentStatus === 'open' ? 'open' : 'closed',
  });
}

/**
 * Missing picture texts are filled in, because no story is published without them: the old site as credit, and the
 * subject.
 */
function leadOfPost({ t, options, site }: PostContext, pictureId: number | null, headline: string) {
  const picture =
    pictureId === null ? undefined : t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
  if (!picture) return { pictureId: null, pictureCaption: '', pictureCredit: '', pictureAlt: '' };
  const words = fittingWords({
    caption: picture.caption,
    credit: picture.credit || options.credit || site.name || site.host,
    alt: picture.alt || picture.caption || headline,
  });
  return { pictureId, pictureCaption: words.caption, pictureCredit: words.credit, pictureAlt: words.alt };
}

/** If it has more blocks or deeper lists than a document may hold, its text is kept as paragraphs. */
function plainly(postContext: PostContext, item: ExportItem, document: StoryDocument): StoryDocument {
  addPostNote(
    postContext,
    item,
    'changed',
    'has more blocks, or deeper ones, than a text here: its words came as paragraphs',
  );
  const lines = documentText(document).split('\n');
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

function headlineOf(postContext: PostContext, item: ExportItem, document: StoryDocument): string {
  const title = oneLine(plainTextOf(item.title));
  if (title !== '') return fitting(postContext, item, 'headline', title);
  const [firstLine = ''] = documentText(document).split('\n');
  const stand = truncateGraphemes(oneLine(firstLine), 80, '…') || `শিরোনামহীন (${item.id})`;
  addPostNote(postContext, item, 'changed', `has no title: it is called "${stand}"`);
  return stand;
}

/** Fields filled from WordPress custom fields, such as `dateline`. */
function textsFromMeta(postContext: PostContext, item: ExportItem): Partial<StoryFields> {
  return Object.fromEntries(
    storyFields.flatMap(([name, { wordpressKeys = [] }]) => {
      const key = wordpressKeys.find((one) => item.meta.has(one));
      return key === undefined
        ? []
        : [[name, fitting(postContext, item, name, plainTextOf(metaOf(item, key)))]];
    }),
  );
}

function fitting(postContext: PostContext, item: ExportItem, field: FieldName, text: string): string {
  const line = oneLine(text);
  if (!isLonger(line, storyLimits[field])) return line;
  addPostNote(postContext, item, 'changed', `its ${field} was cut at ${storyLimits[field]} letters`);
  return truncateGraphemes(line, storyLimits[field], '…');
}

function atMost(
  postContext: PostContext,
  item: ExportItem,
  field: 'topics' | 'bylines' | 'sections',
  names: readonly string[],
) {
  const distinct = [...new Set(names.map((name) => nameOf(name)).filter((name) => name !== ''))];
  const most = storyLimits[field];
  if (distinct.length > most)
    addPostNote(
      postContext,
      item,
      'changed',
      `had ${distinct.length} ${field}, of which a story has ${most} at most`,
    );
  return distinct.slice(0, most);
}
