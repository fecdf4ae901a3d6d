import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const staffRoles = ['reporter', 'editor', 'moderator', 'chief'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who works here. A member is never deleted, only disabled: the audit names them for ever. */
export const staff = sqliteTable('staff', {
  id: integer().primaryKey({ autoIncrement: true }),
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: staffRoles }).notNull(),
  passwordHash: text('password_hash').notNull(),
  /** Counts up at each reset or removal; a session made under an older one is over. */
  sessionVersion: integer('session_version').notNull().default(1),
  disabledAt: integer('disabled_at', { mode: 'timestamp_ms' }),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});

/** A signed-in browser. The cookie carries a random token; here lies its SHA-256 only. */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    sessionVersion: integer('session_version').notNull(),
    agent: text().notNull().default(''),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** When it was last used, to within five minutes. */
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('staff_sessions_of').on(t.staffId)],
);

/**
 * Failed sign-ins by key (an address, known or not, or a network), so that an unknown address is throttled
 * just like a known one and the answer tells nothing.
 */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text().primaryKey(),
  count: integer().notNull(),
  lockedUntil: integer('locked_until', { mode: 'timestamp_ms' }),
  lastAt: integer('last_at', { mode: 'timestamp_ms' }).notNull(),
});
