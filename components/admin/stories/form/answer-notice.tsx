import { Notice } from '@/components/ui/notice';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { Say } from '@/lib/site/labels';

export const ANSWER_NOTICE_ID = 'story-refused';

/** The sentence with which the last save was answered. */
export function AnswerNotice({ answer, say }: { answer: StoryFormState; say: Say }) {
  if (!answer.notice) return null;
  return (
    <div className="story-notice mb-5 scroll-mt-32" id={ANSWER_NOTICE_ID}>
      <Notice kind={answer.notice.kind}>
        <p>{answer.notice.text}</p>
        {answer.isSignedOut && (
          <p>
            <a href="/login" target="_blank" rel="noopener">
              {say('storyDesk.signInAgain')}
            </a>
          </p>
        )}
      </Notice>
    </div>
  );
}
