'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type FormState, untouched } from '@/lib/forms/form-state';

export interface ViewWords {
  title: string;
  keep: string;
  manage: string;
  name: string;
  doKeep: string;
  rename: string;
  up: string;
  down: string;
  remove: string;
}

interface SavedViewsProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The current filters; `''` if there are none, and nothing to save. */
  query: string;
  views: readonly { id: number; name: string; href: string; isHere: boolean }[];
  words: ViewWords;
}

/** The member's saved filters as links, a form that saves the current ones, and a form for each that changes it. */
export function SavedViews({ action, query, views, words }: SavedViewsProps) {
  const [state, send] = useRetrySafeForm(action, untouched);
  const router = useRouter();
  const newView = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (state.notice?.kind !== 'done') return;
    if (newView.current) newView.current.open = false;
    router.refresh();
  }, [state, router]);

  const isAboutNew = state.values.do === 'save';
  const isSaved = views.some(({ isHere }) => isHere);
  return (
    <div className="views mb-3 gap-y-[0.4rem] gap-x-4 flex flex-wrap items-start [&>.note]:flex-[1_0_100%]">
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {views.length > 0 && (
        <nav aria-label={words.title}>
          <ul className="gap-[0.35rem] flex flex-wrap">
            {views.map(({ id, name, href, isHere }) => (
              <li key={id}>
                <a className="chip chip--view" href={href} aria-current={isHere || undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {query !== '' && !isSaved && (
        <NewViewForm
          details={newView}
          query={query}
          state={isAboutNew ? state : untouched}
          send={send}
          words={words}
        />
      )}
      {views.length > 0 && (
        <ViewForms views={views} state={isAboutNew ? untouched : state} send={send} words={words} />
      )}
    </div>
  );
}

interface ViewFormProps {
  /** The answer to the last submit, if it was about this form. */
  state: FormState;
  send: (form: FormData) => void;
  words: ViewWords;
}

function NewViewForm({
  details,
  query,
  state,
  send,
  words,
}: ViewFormProps & { details: RefObject<HTMLDetailsElement | null>; query: string }) {
  const name = state.values.name ?? '';
  return (
    <details
      className="[&[open]]:flex-[1_0_100%]"
      ref={details}
      open={state.errors.name !== undefined || undefined}
    >
      <summary className="font-medium inline-flex items-center min-h-7 cursor-pointer">{words.keep}</summary>
      <form
        action={send}
        className="views__keep py-[0.4rem] px-0 gap-[0.4rem] flex flex-wrap items-end"
        noValidate
      >
        <input type="hidden" name="query" value={query} />
        <Field
          id="view-name"
          name="name"
          label={words.name}
          key={name}
          value={name}
          error={state.errors.name}
          autoComplete="off"
        />
        <Button name="do" value="save">
          {words.doKeep}
        </Button>
      </form>
    </details>
  );
}

function ViewForms({ views, state, send, words }: ViewFormProps & Pick<SavedViewsProps, 'views'>) {
  return (
    <details className="[&[open]]:flex-[1_0_100%]" open={state.errors.name !== undefined || undefined}>
      <summary className="font-medium inline-flex items-center min-h-7 cursor-pointer">
        {words.manage}
      </summary>
      <ul className="views__all">
        {views.map((view, at) => (
          <li key={view.id}>
            <ViewForm
              view={view}
              isFirst={at === 0}
              isLast={at === views.length - 1}
              state={state.values.viewId === String(view.id) ? state : untouched}
              send={send}
              words={words}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ViewForm({
  view: { id, name },
  isFirst,
  isLast,
  state,
  send,
  words,
}: ViewFormProps & { view: { id: number; name: string }; isFirst: boolean; isLast: boolean }) {
  const currentName = state.values.name ?? name;
  return (
    <form className="py-[0.4rem] px-0 gap-[0.4rem] flex flex-wrap items-end" action={send} noValidate>
      <input type="hidden" name="viewId" value={id} />
      <Field
        id={`view-${id}`}
        name="name"
        label={`${words.name}: ${name}`}
        labelHidden
        key={currentName}
        value={currentName}
        error={state.errors.name}
        autoComplete="off"
      />
      <Button name="do" value="rename" about={name}>
        {words.rename}
      </Button>
      <Button kind="quiet" icon="up" name="do" value="up" disabled={isFirst}>
        <span className="vh">
          {words.up}: {name}
        </span>
      </Button>
      <Button kind="quiet" icon="down" name="do" value="down" disabled={isLast}>
        <span className="vh">
          {words.down}: {name}
        </span>
      </Button>
      <Button kind="no" name="do" value="remove" about={name}>
        {words.remove}
      </Button>
    </form>
  );
}
