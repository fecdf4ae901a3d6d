import { Notice } from '@/components/ui/notice';
import type { StaffAnswer } from './staff-desk-props';

/** What was done, with the link that it made. */
export function StaffAnswerNotice({ answer }: { answer: StaffAnswer }) {
  if (!answer.notice) return null;
  return (
    <Notice kind={answer.notice.kind}>
      {answer.notice.text}
      {answer.once && (
        <>
          {' '}
          {answer.once.sentence}{' '}
          <code className="mt-[0.35rem] py-1 px-[0.6rem] border border-control text-[1.125rem]/[1.5] [font-family:ui-monospace,monospace] font-strong block w-fit max-w-full break-all bg-paper [user-select:all]">
            {answer.once.text}
          </code>
        </>
      )}
    </Notice>
  );
}
