import { and, eq } from 'drizzle-orm';
import { auditEntries, stories } from '@/db/schema';
import { announce } from '@/lib/cache/announce';
import { indexStory } from '@/lib/search/indexing/index-story';
import type { StoryDocument } from '@/lib/stories/body/document';
import { picturesInDocument } from '@/lib/stories/body/pictures-in-document';
import { documentIn, storedDocument } from '@/lib/stories/body/stored-body';
import { columnsOf } from '@/lib/stories/fields/store-fields';
import { storyById } from '@/lib/stories/story-row';
import type { PostContext } from '../import-context';
import { postFieldsOf } from './post-fields';
import { addPostNote, type PreparedPost } from './prepared-post';

/**
 * Adds pictures to a story that was imported before them, unless somebody here has edited it. This is not an edit:
 * the text and the version stay.
 */
export function addMissingPictures(postContext: PostContext, post: PreparedPost, storyId: number): void {
  const { t, now } = postContext;
  const { lead, pictures: bodyPictures, ofGalleries, own, media } = post.files;
  if (lead === null && bodyPictures.size + ofGalleries.size + own.length + media.size === 0) return;
  const story = storyById(t, storyId);
  if (!story) return;
  const former = storedDocument(story);
  const unresolved = { links: false };
  // The notes on its text were reported when it was imported.
  const fields = postFieldsOf({ ...postContext, notes: [] }, post, story.state, unresolved);
  const document = documentIn(fields.body);
  const before = new Set(picturesInDocument(former));
  const isMore = picturesInDocument(document).some((id) => !before.has(id)) || hasMoreMedia(document, former);
  const isLed = story.pictureId === null && fields.pictureId !== null;
  if (!isMore && !isLed) return;
  if (isEditedHere(postContext, storyId)) {
    postContext.count((report) => {
      report.leftUnchanged += 1;
    });
    addPostNote(
      postContext,
      post.item,
      'changed',
      'was worked on here since it came: its pictures were not added',
    );
    return;
  }
  const columns = columnsOf(t, {
    ...fields,
    sections: [],
    body: isMore ? document : former,
  });
  if (!columns.ok) return;
  const { bodyDoc, bodyHtml, bodyText, pictureId, pictureCaption, pictureCredit, pictureAlt } = columns.value;
  const picture = isLed ? { pictureId, pictureCaption, pictureCredit, pictureAlt } : {};
  t.update(stories)
    .set({ bodyDoc, bodyHtml, bodyText, ...picture })
    .where(eq(stories.id, storyId))
    .run();
  indexStory(t, storyId);
  announce(t, { kind: 'picture-changed', storyIds: [storyId] }, now);
  if (unresolved.links) postContext.staging.addUnresolvedLinks(storyId);
  postContext.count((report) => {
    report.withNewPictures += 1;
  });
}

/** A video that plays here now and was an address of the old site. */
function hasMoreMedia(document: StoryDocument, former: StoryDocument): boolean {
  const addressesIn = ({ content }: StoryDocument) =>
    content.flatMap((block) =>
      block.type === 'embed' && block.attrs.url.startsWith('/media/') ? [block.attrs.url] : [],
    );
  const before = new Set(addressesIn(former));
  return addressesIn(document).some((address) => !before.has(address));
}

/** Whether any member of the newsroom has acted on a story since it was imported. */
export function isEditedHere({ t }: Pick<PostContext, 't'>, storyId: number): boolean {
  const staffEntry = t
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, 'story'),
        eq(auditEntries.subject, String(storyId)),
        eq(auditEntries.actorKind, 'staff'),
      ),
    )
    .limit(1)
    .get();
  return staffEntry !== undefined;
}
