import { z } from 'zod';

export const libraryPictureId = z.number().int().positive().max(1e15).nullable();

/**
 * A picture of the library, or, in a body that came as HTML, a file of the media folder. Empty texts fall back to the
 * library's.
 */
export const picturedSchema = z.object({
  pictureId: libraryPictureId.default(null),
  file: z
    .string()
    .regex(/^(?:[\w-][\w.-]{0,199})?$/)
    .default(''),
  caption: z.string().max(1000).default(''),
  credit: z.string().max(300).default(''),
  alt: z.string().max(1000).default(''),
});
export type Pictured = z.infer<typeof picturedSchema>;
