import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area.client';
import type { FormState } from '@/lib/forms/form-state';

export interface BanView {
  id: number;
  name: string;
  words: string;
  href: string;
  kind: string;
  fate: string;
  isOver: boolean;
  reason: string;
  made: string;
  appeal: string;
  appealed: string;
  answer: string;
  /** Who has answered, and when; `''`: it waits. */
  answered: string;
}

export type BanWords = Record<
  'list' | 'empty' | 'lift' | 'allOf' | 'answer' | 'answerHint' | 'accept' | 'refuse',
  string
>;

/** Whether an appeal against the ban can still be answered. */
export function isAnswerable(ban: BanView): boolean {
  return !ban.isOver && ban.answered === '';
}

interface BanRowProps {
  ban: BanView;
  /** The answer to the last submit, if it was about this ban. */
  state: FormState;
  action: (form: FormData) => void;
  words: BanWords;
}

/** A ban with its appeal, and what can be done with it. */
export function BanRow(props: BanRowProps) {
  const { ban, action, words } = props;
  const waitsForAnswer = ban.appealed !== '' && isAnswerable(ban);
  return (
    <li className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between">
      <div className="stack gap-[0.6rem] grid flex-[1_1_18rem] wrap-anywhere">
        <BanFacts ban={ban} words={words} />
        <AppealTexts ban={ban} />
        {waitsForAnswer && <AppealForm {...props} />}
      </div>
      {!ban.isOver && !waitsForAnswer && (
        <form className="max-w-176" action={action}>
          <input type="hidden" name="banId" value={ban.id} />
          <Button icon="undo" name="do" value="lift" about={ban.name}>
            {words.lift}
          </Button>
        </form>
      )}
    </li>
  );
}

function BanFacts({ ban, words }: Pick<BanRowProps, 'ban' | 'words'>) {
  return (
    <>
      <p>
        <strong>{ban.name}</strong> <span className="pill pill--no">{ban.kind}</span>{' '}
        <span className="meta">{ban.fate}</span>
      </p>
      {ban.words !== '' && (
        <blockquote className="pl-[0.7rem] border-l-3 border-l-rule text-ink-2 max-w-176">
          {ban.words}
        </blockquote>
      )}
      <p>{ban.reason}</p>
      <p className="meta">
        {ban.made}
        {ban.href !== '' && (
          <>
            {' · '}
            <a className="more text-(length:--text-meta) underline min-h-6" href={ban.href}>
              {words.allOf}
            </a>
          </>
        )}
      </p>
    </>
  );
}

/** What the banned reader has written, and what was answered. */
function AppealTexts({ ban }: Pick<BanRowProps, 'ban'>) {
  return (
    <>
      {ban.appealed !== '' && (
        <div className="note note--warn">
          <p className="meta">{ban.appealed}</p>
          <p className="q__text mt-[0.2rem] mb-2 mx-0 text-[1.03rem]/[1.7] max-w-176 whitespace-pre-line wrap-anywhere">
            {ban.appeal}
          </p>
        </div>
      )}
      {ban.answered !== '' && (
        <div className="pl-[0.7rem] border-l-3 border-l-rule text-ink-2 max-w-176">
          <p className="meta">{ban.answered}</p>
          {ban.answer !== '' && (
            <p className="q__text mt-[0.2rem] mb-2 mx-0 text-[1.03rem]/[1.7] max-w-176 whitespace-pre-line wrap-anywhere">
              {ban.answer}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function AppealForm({ ban, state, action, words }: BanRowProps) {
  return (
    <form action={action} noValidate className="stack gap-[0.6rem] grid max-w-176">
      <input type="hidden" name="banId" value={ban.id} />
      <TextArea
        name="answer"
        id={`answer-${ban.id}`}
        label={words.answer}
        hint={words.answerHint}
        rows={3}
        value={state.values.answer}
        error={state.errors.answer}
      />
      <div className="gap-2 flex flex-wrap">
        <Button kind="ok" name="do" value="accept" about={ban.name}>
          {words.accept}
        </Button>
        <Button kind="no" name="do" value="refuse" about={ban.name}>
          {words.refuse}
        </Button>
      </div>
    </form>
  );
}
