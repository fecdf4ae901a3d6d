import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { idIn, textOf } from '@/lib/forms/read-form';
import { done, refused } from '@/lib/result';
import type { StoryField, StoryRow } from '../field';
import { textField } from '../field-kinds';

/** The lead picture, by its id in the library. A value that is not a number matches no picture. */
export const pictureId: StoryField<number | null> = {
  label: 'editor.leadImage',
  empty: null,
  parse(form) {
    const picture = textOf(form, 'pictureId');
    return picture === '' ? null : (idIn(picture) ?? -1);
  },
  formValue: (id) => (id === null ? '' : String(id)),
  tidy: (id) => id,
  faults: () => [],
  read: (_, row) => row.pictureId,
  columns: (t, id) =>
    id !== null && pictureOf(t, id) === undefined ? refused('unknown', 'pictureId') : done({ pictureId: id }),
  merge: 'picture',
};

interface WithPicture {
  pictureId: number | null;
}

export const pictureAlt = pictureText('pictureAlt', 'alt', {
  label: 'editor.altText',
  maxLetters: 300,
  control: { panel: 'picture', kind: 'lines', rows: 2, hint: 'storyDesk.altHint' },
});
export const pictureCaption = pictureText('pictureCaption', 'caption', {
  label: 'editor.caption',
  maxLetters: 500,
  control: { panel: 'picture', kind: 'line' },
});
export const pictureCredit = pictureText('pictureCredit', 'credit', {
  label: 'editor.credit',
  maxLetters: 120,
  control: { panel: 'picture', kind: 'line', hint: 'storyDesk.pictureWordsHint' },
});

/** The story's own texts for its lead picture; where they are empty, the library's are stored. */
function pictureText(
  name: 'pictureAlt' | 'pictureCaption' | 'pictureCredit',
  inLibrary: 'alt' | 'caption' | 'credit',
  options: Pick<StoryField<string>, 'label' | 'control'> & { maxLetters: number },
): StoryField<string, WithPicture> {
  const { importShape: _, ...field } = textField(name, options);
  return {
    ...field,
    columns: (t, text, { pictureId: id }) =>
      done({ [name]: text || (id === null ? '' : (pictureOf(t, id)?.[inLibrary] ?? '')) }),
    faultsForReaders: (text, { pictureId: id }) => (id !== null && text === '' ? ['missing'] : []),
    merge: 'picture-text',
  };
}

/**
 * When another picture is chosen and its texts are left unchanged, the texts that came with the former picture are
 * removed, since they describe another picture. Texts written for this story stay.
 */
export function withoutFormerPictureTexts<
  Fields extends Record<'pictureCaption' | 'pictureCredit' | 'pictureAlt', string> & WithPicture,
>(t: Tx, story: StoryRow, fields: Fields): Fields {
  if (story.pictureId === null || story.pictureId === fields.pictureId) return fields;
  const former = pictureOf(t, story.pictureId);
  return {
    ...fields,
    pictureCaption: fields.pictureCaption === former?.caption ? '' : fields.pictureCaption,
    pictureCredit: fields.pictureCredit === former?.credit ? '' : fields.pictureCredit,
    pictureAlt: fields.pictureAlt === former?.alt ? '' : fields.pictureAlt,
  };
}

function pictureOf(t: Tx, id: number) {
  return t.select().from(pictures).where(eq(pictures.id, id)).get();
}
