import { z } from 'zod';

/** What a browser tab sends to be kept. */
export interface DraftInput {
  /** 0: a story that is not made yet. */
  storyId: number;
  tab: string;
  /** The version that was on the screen; 0 for a story that is not made yet. */
  basedOn: number;
  /** Counts up with each change in the tab. */
  stroke: number;
  /** The form's fields as they stand in it. */
  fields: Readonly<Record<string, string>>;
}

const shape = z.object({
  /** Whom the page was made for: after another sign-in in the same browser it is not who sends. */
  member: z.int().positive(),
  storyId: z.int().min(0).max(999_999_999_999_999),
  tab: z.string().regex(/^[a-z0-9]{8,40}$/),
  basedOn: z.int().min(0),
  stroke: z.int().positive(),
  fields: z
    .record(z.string().max(60), z.string())
    .refine((fields) => Object.keys(fields).length <= 100, 'too many fields'),
});

/** Null if it is not what our page sends. */
export function parseDraftInput(sent: unknown): (DraftInput & { member: number }) | null {
  return shape.safeParse(sent).data ?? null;
}
