import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The demo newsroom's own files: all of it is fiction, and ours. Read from the repository's root. */
const shapes = {
  sections: z.array(z.object({ slug: z.string(), name: z.string(), nameEn: z.string() })),
  bylines: z.array(z.object({ slug: z.string(), name: z.string(), role: z.string(), bio: z.string() })),
  /** `story` is the id of the story that it belongs to. */
  pictures: z.array(
    z.object({
      story: z.string(),
      file: z.string(),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
    }),
  ),
  'site-pages': z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      menu: z.enum(['footer', 'more', 'none']),
      body: z.string(),
    }),
  ),
  /** The rest is for `importStories` to judge. */
  stories: z.array(z.looseObject({ id: z.string() })),
  comments: z.array(
    z.object({
      id: z.string(),
      story: z.string(),
      parent: z.string().nullable(),
      name: z.string(),
      email: z.string().nullable(),
      text: z.string(),
      minutesAfterPublish: z.number(),
      status: z.enum(['approved', 'spam']),
      fromNewsroom: z.boolean(),
    }),
  ),
};

export function demoData<const Name extends keyof typeof shapes>(name: Name) {
  const content: unknown = JSON.parse(readFileSync(`db/seed/data/${name}.json`, 'utf8'));
  return shapes[name].parse(content) as z.infer<(typeof shapes)[Name]>;
}

export type DemoComment = z.infer<typeof shapes.comments>[number];
