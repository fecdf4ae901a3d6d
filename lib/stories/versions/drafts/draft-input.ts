import { z } from 'zod';

/** What a browser tab sends for autosave. */
export interface DraftInput {
  /** 0: a story that does not exist yet. */
  storyId: number;
  tab: string;
  /** The version that was displayed; 0 for a story that does not exist yet. */
  basedOn: number;
  /** Increases with each change in the tab. */
  stroke: number;
  /** The form's fields with their current values. */
  fields: Readonly<Record<string, string>>;
}

const shape = z.object({
  /**
   * The member for whom the page was rendered: after another sign-in in the same browser it differs from the sender.
   */
  member: z.int().positive(),
  storyId: z.int().min(0).max(999_999_999_999_999),
  tab: z.string().regex(/^[a-z0-9]{8,40}$/),
  basedOn: z.int().min(0),
  stroke: z.int().positive(),
  fields: z
    .record(z.string().max(60), z.string())
    .refine((fields) => Object.keys(fields).length <= 100, 'too many fields'),
});

/** Null if our page did not send it. */
export function parseDraftInput(sent: unknown): (DraftInput & { member: number }) | null {
  return shape.safeParse(sent).data ?? null;
}
