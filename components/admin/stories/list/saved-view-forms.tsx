import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type FormState, untouched } from '@/lib/forms/form-state';

export interface SavedViewWords {
  title: string;
  saveCurrent: string;
  manage: string;
  name: string;
  save: string;
  rename: string;
  up: string;
  down: string;
  remove: string;
}

interface ViewFormProps {
  /** The answer to the last submit, if it was about this form. */
  state: FormState;
  send: (form: FormData) => void;
  words: SavedViewWords;
}

/** Saves the current filters under a name. */
export function NewViewForm({
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
      <summary className="font-medium inline-flex items-center min-h-7 cursor-pointer">
        {words.saveCurrent}
      </summary>
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
          {words.save}
        </Button>
      </form>
    </details>
  );
}

/** Renames, moves and removes the saved views. */
export function ViewForms({
  views,
  state,
  send,
  words,
}: ViewFormProps & { views: readonly { id: number; name: string }[] }) {
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
