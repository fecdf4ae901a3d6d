import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { moderationRules, sections } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { type RuleDraft, type RuleFault, ruleFault } from './rule-form';

export type RuleRefusal = 'forbidden' | 'unknown-rule' | 'stale' | 'unknown-section' | RuleFault;

/** Makes a rule, or changes one that is still as it was when the form was opened. It counts from the next comment on. */
export async function saveRule(
  db: Db,
  actor: Actor,
  draft: RuleDraft,
  now = new Date(),
): Promise<Result<{ id: number }, RuleRefusal>> {
  if (!may(actor, 'moderate')) return refused('forbidden');
  const wrong = ruleFault(draft);
  if (wrong) return refused(wrong.fault, wrong.field);

  return tx(db, (t) => {
    const { id, basedOn, ...rule } = draft;
    if (rule.sectionId !== null) {
      const section = t.select().from(sections).where(eq(sections.id, rule.sectionId)).get();
      if (!section) return refused('unknown-section', 'sectionId');
    }
    if (id === null) {
      const made = t.insert(moderationRules).values(rule).returning({ id: moderationRules.id }).get();
      appendAudit(t, {
        actor,
        verb: 'make-rule',
        subject: `rule:${made.id}`,
        after: auditedRule(rule),
        at: now,
      });
      return done(made);
    }
    const before = t.select().from(moderationRules).where(eq(moderationRules.id, id)).get();
    if (!before) return refused('unknown-rule');
    if (before.version !== basedOn) return refused('stale');
    t.update(moderationRules)
      .set({ ...rule, version: basedOn + 1 })
      .where(and(eq(moderationRules.id, id), eq(moderationRules.version, basedOn)))
      .run();
    const { id: _, version, ...was } = before;
    appendAudit(t, {
      actor,
      verb: 'change-rule',
      subject: `rule:${id}`,
      before: auditedRule(was),
      after: auditedRule(rule),
      at: now,
    });
    return done({ id });
  });
}

/** A list may name an address, and the audit cannot forget one. */
function auditedRule<Rule extends { name: string; pattern: string }>(rule: Rule): Rule {
  const bare = (text: string) => text.replace(/[^\s@]{1,64}@[^\s@]+\.[^\s@]+/g, '…@…');
  return { ...rule, name: bare(rule.name), pattern: bare(rule.pattern) };
}
