import { expect, test } from 'vitest';
import { auditOnDesk } from '@/db/queries/operations/audit';
import { aMember } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { done } from '@/lib/result';
import { appendAudit } from './append';

const at = new Date('2026-11-24T06:00:00Z');

test('the audit is read newest first, by member, action and subject, and page by page', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor', 'মিতু');
  const rafi = aMember(db, 'reporter', 'রাফি');
  await tx(db, (t) => {
    appendAudit(t, { actor: mitu, verb: 'edit-story', subject: 'story:7', at });
    appendAudit(t, { actor: rafi, verb: 'edit-story', subject: 'story:8', at });
    appendAudit(t, { actor: mitu, verb: 'publish-story', subject: 'story:7', at });
    return done();
  });
  const ids = async (filter: Parameters<typeof auditOnDesk>[1]) =>
    (await auditOnDesk(db, filter, 10)).map(({ id }) => id);

  expect(await ids({})).toEqual([3, 2, 1]);
  expect(await ids({ staffId: mitu.id })).toEqual([3, 1]);
  expect(await ids({ verb: 'edit-story' })).toEqual([2, 1]);
  expect(await ids({ subjectKind: 'story', subject: '7' })).toEqual([3, 1]);
  expect(await ids({ before: 3 })).toEqual([2, 1]);
  expect(await ids({ from: new Date(at.getTime() + 1) })).toEqual([]);
  expect((await auditOnDesk(db, {}, 1))[0]).toMatchObject({ name: 'মিতু', verb: 'publish-story' });
});
