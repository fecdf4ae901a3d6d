import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const legacyTargets = ['story', 'section', 'topic', 'byline', 'address', 'none'] as const;
export type LegacyTarget = (typeof legacyTargets)[number];

/** Addresses of the site that this one came from, and where each leads now. */
export const legacyUrls = sqliteTable(
  'legacy_urls',
  {
    /** Decoded, NFC, without a slash at its end. */
    path: text().primaryKey(),
    /** The post's id in WordPress, for `/?p=123`. */
    wpPostId: integer('wp_post_id').unique(),
    /** `address`: a path of ours or a whole address. `none`: gone for good. */
    targetKind: text('target_kind', { enum: legacyTargets }).notNull(),
    /** The story's id, the slug, or the address; empty for `none`. */
    target: text().notNull().default(''),
    status: integer().notNull().$type<301 | 410>().default(301),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('legacy_urls_of_target').on(t.targetKind, t.target)],
);
