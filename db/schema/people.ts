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
  /** The password was made by somebody else: until its owner has chosen another, the desk shows nothing else. */
  passwordChangeDue: integer('password_change_due', { mode: 'boolean' }).notNull().default(false),
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
    /** When its member last proved who they are; null: at the sign-in. */
    verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }),
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

export const staffLinkPurposes = ['invitation', 'password'] as const;
export type StaffLinkPurpose = (typeof staffLinkPurposes)[number];

/** A mailed link by which a member chooses a password. It carries a random token; only its SHA-256 is stored. */
export const staffLinks = sqliteTable(
  'staff_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    purpose: text({ enum: staffLinkPurposes }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('staff_links_of').on(t.staffId)],
);

/** The authenticator app of a member (TOTP, RFC 6238). The secret is encrypted with a key derived from AUTH_SECRET. */
export const staffTotp = sqliteTable('staff_totp', {
  staffId: integer('staff_id')
    .primaryKey()
    .references(() => staff.id),
  encryptedSecret: text('encrypted_secret').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  /** Null until a first code has proven that the app has the secret. */
  confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
  /** The time step of the last code that was accepted: no code is accepted twice. */
  lastStep: integer('last_step').notNull().default(0),
});

/** Codes for who has lost the app or the key, each good once. 60 random bits; only their SHA-256 is stored. */
export const staffRecoveryCodes = sqliteTable(
  'staff_recovery_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('staff_recovery_codes_of').on(t.staffId)],
);

/**
 * A sign-in whose password was right and that waits for its second step. The browser's cookie holds a random token; here lies
 * its SHA-256. Good once and for ten minutes.
 */
export const signInSteps = sqliteTable(
  'sign_in_steps',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    /** That the password was right for: a reset ends the step. */
    sessionVersion: integer('session_version').notNull(),
    attempts: integer().notNull().default(0),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('sign_in_steps_by_time').on(t.createdAt)],
);
