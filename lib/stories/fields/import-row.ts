import { z } from 'zod';
import { emptyFields, type StoryFields, storyFields } from './catalogue';
import { importedText } from './field-kinds';

const ofCatalogue = Object.fromEntries(
  storyFields.flatMap(([name, { importShape }]) => (importShape ? [[name, importShape]] : [])),
) as { [Name in keyof StoryFields]?: z.ZodType<StoryFields[Name]> };

const rowShape = z.object({
  ...ofCatalogue,
  id: z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(200)),
  /** The name in the byline; `author` is the slug of its page, if it has one. */
  byline: importedText,
  author: importedText,
  picture: z
    .object({
      id: z.number().int().positive(),
      caption: importedText,
      credit: importedText,
      alt: importedText,
    })
    .nullish()
    .transform((picture) => picture ?? null),
  publishedAt: z.iso.datetime({ offset: true }).nullish(),
  publishedMinutesAgo: z.number().min(0).nullish(),
});

/** A row of a story file: fields by their names, with the file's own format for picture and byline. */
export type ImportRow = Omit<z.infer<typeof rowShape>, keyof StoryFields> &
  Pick<StoryFields, 'section' | 'district'>;

/** A row and its fields, or an error message for the operator. */
export function parseImportRow(row: unknown): { row: ImportRow; fields: StoryFields } | string {
  const parsed = rowShape.safeParse(row);
  if (!parsed.success) {
    return parsed.error.issues
      .map((issue) => `${issue.path.join('.') || 'the row'}: ${issue.message}`)
      .join('; ');
  }
  const { picture, byline } = parsed.data;
  const fields = {
    ...emptyFields,
    ...parsed.data,
    ...(byline === '' ? {} : { bylines: [byline] }),
    pictureId: picture?.id ?? null,
    pictureCaption: picture?.caption ?? '',
    pictureCredit: picture?.credit ?? '',
    pictureAlt: picture?.alt ?? '',
  } as StoryFields;
  return { row: { ...parsed.data, section: fields.section, district: fields.district }, fields };
}
