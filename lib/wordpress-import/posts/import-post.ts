import { truncateGraphemes } from '@barta/bengali/graphemes';
import { eq } from 'drizzle-orm';
import { legacyUrls, type StoryState, stories } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import { documentText } from '@/lib/stories/body/document-text';
import { documentIn } from '@/lib/stories/body/stored-body';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { type FieldFault, faultsForReaders, faultsIn } from '@/lib/stories/fields/check-fields';
import { columnsOf, linkNames, withPictureTexts } from '@/lib/stories/fields/store-fields';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { reindexAndAnnounce } from '@/lib/stories/workflow/reindex-and-announce';
import { savePostAddresses, stageFormerSlugs } from '../addresses/save-post-addresses';
import { plainTextOf } from '../content/plain-text';
import type { ExportItem } from '../export/export-format';
import { externalIdOf, type PostContext } from '../import-context';
import { addMissingPictures, isEditedHere } from './add-missing-pictures';
import { postFieldsOf } from './post-fields';
import { visibilityOf } from './post-visibility';
import { addPostNote, type PreparedPost } from './prepared-post';

/** The story's id, whether imported now or earlier; null if it is refused. */
export function importPost(postContext: PostContext, post: PreparedPost): number | null {
  const { t, site } = postContext;
  const { item } = post;
  const externalId = externalIdOf(site, item.id);
  const known = t
    .select({ id: stories.id, state: stories.state })
    .from(stories)
    .where(eq(stories.externalId, externalId))
    .get();
  if (known) {
    postContext.count((report) => {
      report.alreadyHere += 1;
    });
    addMissingPictures(postContext, post, known.id);
    noteChange(postContext, item, known);
    if (isSeen(known)) {
      if (!hasNumber(postContext, item))
        savePostAddresses(postContext, post, known.id, { publishedAt: null });
      stageFormerSlugs(postContext, post, known.id);
    }
    // An interrupted run could not resolve links to later posts, nor can one file of several resolve those to the
    // next file.
    if (/<a\s/i.test(item.content) && !isEditedHere(postContext, known.id))
      postContext.staging.addUnresolvedLinks(known.id);
    return known.id;
  }
  return addPost(postContext, post, externalId);
}

/** It was imported as a draft, which has no address, and the desk has published it since. */
function hasNumber({ t }: PostContext, { id }: PreparedPost['item']): boolean {
  return t.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, id)).get() !== undefined;
}

/** A second run publishes and unpublishes nothing, but it is reported. */
function noteChange(
  postContext: PostContext,
  item: ExportItem,
  here: { id: number; state: StoryState },
): void {
  const { state } = visibilityOf({ ...postContext, notes: [] }, item);
  if (here.state === 'retracted' || isSeen(here) === isSeen({ state })) return;
  if (isSeen(here))
    addPostNote(postContext, item, 'changed', `is for no reader in WordPress now, and is ${here.state} here`);
  else if (!isEditedHere(postContext, here.id))
    addPostNote(postContext, item, 'changed', `is ${state} in WordPress now, and a ${here.state} here`);
}

function addPost(postContext: PostContext, post: PreparedPost, externalId: string): number | null {
  const { t, now, actor } = postContext;
  const { item } = post;
  const standing = visibilityOf(postContext, item);
  const unresolved = { links: false };
  const fields = postFieldsOf(postContext, post, standing.state, unresolved);
  const columns = columnsOf(t, fields);
  if (!columns.ok) return refuse(postContext, item, `${columns.field ?? 'something'} is not known`);
  const [fault] = [
    ...faultsIn(fields).filter((one) => !isOnlyLong(postContext, item, fields, one)),
    ...(isSeen(standing) ? unfit(withPictureTexts(fields, columns.value)) : []),
  ];
  if (fault) return refuse(postContext, item, `${fault.field}: ${fault.code}`);

  const story = t
    .insert(stories)
    .values({
      ...columns.value,
      ...standing,
      externalId,
      createdAt: standing.publishedAt ?? standing.updatedAt,
    })
    .returning({ id: stories.id })
    .get();
  linkNames(t, story.id, fields);
  appendAudit(t, {
    actor,
    verb: 'import-story',
    subject: `story:${story.id}`,
    after: { externalId, headline: fields.headline, state: standing.state, wordpress: item.status },
    at: now,
  });
  reindexAndAnnounce(t, story.id, null, now);
  if (isSeen(standing)) {
    savePostAddresses(postContext, post, story.id, standing);
    stageFormerSlugs(postContext, post, story.id);
  }
  if (unresolved.links) postContext.staging.addUnresolvedLinks(story.id);
  postContext.count((report) => {
    report.stories[standing.state] += 1;
  });
  return story.id;
}

/** Now, or when it is due. */
const isSeen = ({ state }: { state: StoryState }) => state === 'published' || state === 'scheduled';

/** Readers see all of it; the desk is told at the next edit that it exceeds the limit. */
function isOnlyLong(
  postContext: PostContext,
  item: ExportItem,
  { body }: StoryFields,
  { code, field }: FieldFault,
): boolean {
  if (field !== 'body' || code !== 'too-long' || documentText(documentIn(body)).length > LONGEST_BODY)
    return false;
  addPostNote(
    postContext,
    item,
    'changed',
    'is longer than the desk takes: it must be shortened before it is edited',
  );
  return true;
}

const LONGEST_BODY = 2_000_000;

/** Old archives have pictures without a caption; the desk is asked for one at the next edit. */
function unfit(fields: StoryFields) {
  return faultsForReaders(fields).filter(({ field }) => field !== 'pictureCaption');
}

function refuse(postContext: PostContext, item: ExportItem, reason: string): null {
  addPostNote(postContext, item, 'refused', `"${shortTitle(item)}" is not imported: ${reason}`);
  return null;
}

const shortTitle = (item: ExportItem) => truncateGraphemes(oneLine(plainTextOf(item.title)), 60, '…');
