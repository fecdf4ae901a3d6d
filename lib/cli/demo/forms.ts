import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Connection, Db } from '@/db/client';
import { stories } from '@/db/schema';
import { addToMediaLibrary } from '@/lib/media/list-media';
import { saveMediaFile } from '@/lib/media/media-store';
import { theOperator } from '@/lib/people/actor';
import type { Block } from '@/lib/stories/body/blocks';
import { documentOfBlocks } from '@/lib/stories/body/document';
import { documentFromOwnNotation } from '@/lib/stories/body/notation/document-notation';
import { emptyFields } from '@/lib/stories/fields/catalogue';
import { postLive } from '@/lib/stories/live/post-live';
import { createStory } from '@/lib/stories/workflow/create-story';
import { publishStory } from '@/lib/stories/workflow/publication/publish-story';
import { CommandError } from '../command';
import { type DemoForm, demoData } from './data';
import type { StoryPicture } from './pictures';

interface FormOverrides {
  /** The library's pictures by the file that each was made of. */
  pictures: ReadonlyMap<string, StoryPicture>;
  /** MEDIA_DIR. */
  mediaFolder: string;
}

/** A story of each form, with what goes with it: a gallery, a film, live posts. By the desk's own commands. */
export async function seedForms(
  db: Connection,
  { pictures, mediaFolder }: FormOverrides,
  now: Date,
): Promise<number> {
  let added = 0;
  for (const demoForm of demoData('forms')) {
    const known = db
      .select({ id: stories.id })
      .from(stories)
      .where(eq(stories.externalId, demoForm.id))
      .get();
    if (known) continue;
    await seedForm(db, demoForm, { pictures, mediaFolder }, now);
    added += 1;
  }
  return added;
}

async function seedForm(
  db: Connection,
  demoForm: DemoForm,
  { pictures, mediaFolder }: FormOverrides,
  now: Date,
): Promise<void> {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const picture = (file: string) => {
    const known = pictures.get(file);
    if (!known) throw new CommandError(`The demo has no picture ${file}.`);
    return known;
  };
  const lead = picture(demoForm.lead);
  const video = demoForm.film
    ? await savedFilm(db, mediaFolder, demoForm.film, demoForm.filmSeconds ?? null)
    : '';
  const { kicker, headline, standfirst, section, topics, form } = demoForm;
  const made = await createStory(
    db,
    theOperator,
    {
      ...emptyFields,
      ...{ kicker, headline, standfirst, section, topics, form },
      body: documentOfBlocks(demoForm.blocks.flatMap((one) => blocksOf(one, picture))),
      bylines: [demoForm.byline],
      district: '',
      pictureId: lead.id,
      pictureCaption: demoForm.leadCaption ?? lead.caption,
      pictureCredit: lead.credit,
      pictureAlt: lead.alt,
      comments: 'open',
      video,
      videoSeconds: demoForm.filmSeconds ?? null,
    },
    ago(demoForm.minutesAgo + 30),
  );
  if (!made.ok) throw new CommandError(`The demo's story ${demoForm.id} was refused: ${made.code}.`);
  const { storyId, version } = made.value;
  db.update(stories).set({ externalId: demoForm.id }).where(eq(stories.id, storyId)).run();
  const published = await publishStory(
    db,
    theOperator,
    { storyId, basedOn: version },
    ago(demoForm.minutesAgo),
  );
  if (!published.ok)
    throw new CommandError(`The demo's story ${demoForm.id} is not fit for readers: ${published.code}.`);

  for (const { minutesAgo, picture: file, ...post } of demoForm.posts ?? []) {
    const fields = { storyId, ...post, pictureId: file ? picture(file).id : null };
    const posted = await postLive(db, theOperator, fields, ago(minutesAgo));
    if (!posted.ok) throw new CommandError(`A live post of the demo was refused: ${posted.code}.`);
  }
}

async function savedFilm(db: Db, folder: string, name: string, seconds: number | null): Promise<string> {
  const bytes = readFileSync(`db/seed/films/${name}`);
  const file = await saveMediaFile(folder, name, bytes);
  if (!file) return '';
  await addToMediaLibrary(db, theOperator, { file, name, bytes: bytes.length, seconds });
  return `/media/${file}`;
}

function blocksOf(one: DemoForm['blocks'][number], picture: (file: string) => StoryPicture): Block[] {
  if (typeof one === 'string') {
    return documentFromOwnNotation(one).content;
  }
  if ('gallery' in one) {
    const pictures = one.gallery.map(({ file, caption }) => ({
      ...{ pictureId: picture(file).id, file: '', caption, credit: '', alt: '' },
    }));
    return [{ type: 'gallery', attrs: { caption: '', pictures } }];
  }
  const words = (text: string) => [{ type: 'text' as const, text }];
  if ('pull' in one)
    return [{ type: 'pullQuote', attrs: { by: one.pull.by }, content: words(one.pull.words) }];
  const items = one.facts.items.map((text) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content: words(text) }],
  }));
  return [
    { type: 'factBox', attrs: { title: one.facts.title }, content: [{ type: 'bulletList', content: items }] },
  ];
}
