import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { sentForms } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';

/** Longer than a device with an open form stays unused. */
const KEPT_FOR_MS = 14 * 86_400_000;

interface IdempotentRequest {
  actor: Actor;
  /** Created with the empty form; without it, as from the CLI, nothing is recognised. */
  formKey: string | undefined;
  /** What the form was to create, with everything that was typed. */
  content: Readonly<Record<string, unknown>>;
}

/**
 * Wraps the creating part of a command, inside its transaction: a form that is sent again because its response was
 * lost creates nothing more and gets the same response. The same form with other content is a new submit, so nothing
 * is lost.
 */
export function answerOnce<Value, Code extends string>(
  t: Tx,
  { actor, formKey, content }: IdempotentRequest,
  now: Date,
  make: () => Result<Value, Code>,
): Result<Value, Code> {
  if (!formKey) return make();
  const sending = createHash('sha256')
    .update(JSON.stringify([actor.kind, actor.id, formKey, content]))
    .digest('hex');
  const before = t.select().from(sentForms).where(eq(sentForms.sending, sending)).get();
  // `undefined` is `null` in JSON.
  if (before) return done((before.answer ?? undefined) as Value);

  const outcome = make();
  if (outcome.ok) t.insert(sentForms).values({ sending, answer: outcome.value, at: now }).run();
  return outcome;
}

/** Too old to be sent again. */
export async function forgetSentForms(db: Db, now = new Date()): Promise<void> {
  await tx(db, (t) => {
    t.delete(sentForms)
      .where(lt(sentForms.at, new Date(now.getTime() - KEPT_FOR_MS)))
      .run();
  });
}
