import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { sentForms } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';

/** Longer than a device that kept a form lies in a drawer. */
const KEPT_FOR_MS = 14 * 86_400_000;

interface IdempotentRequest {
  actor: Actor;
  /** Made with the empty form; without it, as from the CLI, nothing is known again. */
  formKey: string | undefined;
  /** What the form was to make, with all that was typed. */
  content: Readonly<Record<string, unknown>>;
}

/**
 * Inside a command's transaction, around all that makes something: a form whose answer was lost on its way and that is
 * sent again makes nothing more, and is answered as it was then. The same form with other words in it (gone back to,
 * written on) is another sending: nothing is lost.
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
  // Nothing to say is `null` in JSON.
  if (before) return done((before.answer ?? undefined) as Value);

  const outcome = make();
  if (outcome.ok) t.insert(sentForms).values({ sending, answer: outcome.value, at: now }).run();
  return outcome;
}

/** Nobody sends them again any more. */
export async function forgetSentForms(db: Db, now = new Date()): Promise<void> {
  await tx(db, (t) => {
    t.delete(sentForms)
      .where(lt(sentForms.at, new Date(now.getTime() - KEPT_FOR_MS)))
      .run();
  });
}
