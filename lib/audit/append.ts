import type { Tx } from '@/db/client';
import { auditEntries } from '@/db/schema';
import type { Actor } from '@/lib/people/actor';

export interface AuditEntry {
  actor: Actor;
  /** An imperative, as in `publish-story`. */
  verb: string;
  /** Kind and id, as in `story:7`. */
  subject: `${string}:${string | number}`;
  /** Never an e-mail address: entries stay when a commenter asks to be forgotten. */
  before?: unknown;
  after?: unknown;
  at: Date;
}

/** One entry, inside the caller's transaction: a deed without its entry cannot be. */
export function appendAudit(t: Tx, { actor, verb, subject, before, after, at }: AuditEntry): void {
  const [subjectKind = '', id = ''] = subject.split(/:(.*)/s);
  t.insert(auditEntries)
    .values({ at, actorKind: actor.kind, actorId: actor.id, verb, subjectKind, subject: id, before, after })
    .run();
}
