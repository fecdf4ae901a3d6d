import type { Tx } from '@/db/client';
import { auditEntries } from '@/db/schema';
import type { Actor } from '@/lib/people/actor';
import type { AuditSubjectKind, AuditVerb } from './audit-verbs';

export interface AuditEntry {
  actor: Actor;
  verb: AuditVerb;
  /** Kind and id, as in `story:7`. */
  subject: `${AuditSubjectKind}:${string | number}`;
  /** Never an e-mail address: entries stay when a commenter asks to be forgotten. */
  before?: unknown;
  after?: unknown;
  at: Date;
}

/** Writes one entry inside the caller's transaction, so that no action is stored without its entry. */
export function appendAudit(t: Tx, { actor, verb, subject, before, after, at }: AuditEntry): void {
  const [subjectKind = '', id = ''] = subject.split(/:(.*)/s);
  t.insert(auditEntries)
    .values({ at, actorKind: actor.kind, actorId: actor.id, verb, subjectKind, subject: id, before, after })
    .run();
}
