import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { storyForms } from '@/db/schema';

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
  /** A story of each form; `blocks` are typed text, or a block that a text has no sign for. */
  forms: z.array(
    z.object({
      id: z.string(),
      form: z.enum(storyForms),
      section: z.string(),
      kicker: z.string(),
      headline: z.string(),
      standfirst: z.string(),
      byline: z.string(),
      topics: z.array(z.string()),
      minutesAgo: z.number(),
      lead: z.string(),
      /** Where the library's own would say something else. */
      leadCaption: z.string().optional(),
      film: z.string().optional(),
      filmSeconds: z.number().optional(),
      blocks: z.array(
        z.union([
          z.string(),
          z.object({ gallery: z.array(z.object({ file: z.string(), caption: z.string() })) }),
          z.object({ pull: z.object({ words: z.string(), by: z.string() }) }),
          z.object({ facts: z.object({ title: z.string(), items: z.array(z.string()) }) }),
        ]),
      ),
      posts: z
        .array(
          z.object({
            minutesAgo: z.number(),
            headline: z.string().default(''),
            body: z.string(),
            picture: z.string().optional(),
            isKey: z.boolean().default(false),
            isPinned: z.boolean().default(false),
          }),
        )
        .optional(),
    }),
  ),
  /** Faces of those who sign views. */
  portraits: z.array(z.object({ byline: z.string(), file: z.string(), alt: z.string(), credit: z.string() })),
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
export type DemoForm = z.infer<typeof shapes.forms>[number];
