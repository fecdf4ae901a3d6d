'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { NewMemberForm } from './new-member-form.client';
import { StaffAnswerNotice } from './staff-answer-notice';
import type { StaffAnswer, StaffDeskProps } from './staff-desk-props';
import { StaffTable } from './staff-table';

const nothingYet: StaffAnswer = { values: {}, errors: {} };

export function StaffDesk({ members, roles, manage, add, words }: StaffDeskProps) {
  const [managed, manageNow] = useRetrySafeForm(manage, nothingYet);
  const [added, addNow, isAdding] = useRetrySafeForm(add, nothingYet);
  const router = useRouter();
  // With scripts an action answers its state only; the list is read anew.
  useEffect(() => {
    const isAnswered = [managed, added].some(({ notice, isUnanswered }) => notice && !isUnanswered);
    if (isAnswered) router.refresh();
  }, [managed, added, router]);

  return (
    <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div>
        <StaffAnswerNotice answer={managed} />
        <StaffTable members={members} roles={roles} action={manageNow} words={words} />
      </div>
      <NewMemberForm answer={added} action={addNow} isSending={isAdding} roles={roles} words={words} />
    </div>
  );
}
