'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useRetrySafeForm } from '@/components/admin/desk/forms/use-retry-safe-form.client';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { type DeskFormState, untouched } from '@/lib/forms/form-state';

interface MenuLine {
  /** As in `item:3`. */
  name: string;
  label: string;
  href: string;
  /** Where its words are changed. */
  edit: string;
  isPage: boolean;
}

interface MenuOrderProps {
  menu: string;
  heading: string;
  lines: readonly MenuLine[];
  action: (state: DeskFormState, form: FormData) => Promise<DeskFormState>;
  words: { up: string; down: string; isPage: string; empty: string };
}

/** One menu in its order. Each line has a button up and one down: keyboard, finger and a page without script alike. */
export function MenuOrder({ menu, heading, lines, action, words }: MenuOrderProps) {
  const [state, send] = useRetrySafeForm(action, untouched);
  const router = useRouter();
  useEffect(() => {
    if (state.notice && !state.isUnanswered) router.refresh();
  }, [state, router]);
  return (
    <section className="panel" aria-labelledby={`menu-${menu}`}>
      <h2 id={`menu-${menu}`}>{heading}</h2>
      {state.notice && <Notice kind={state.notice.kind}>{state.notice.text}</Notice>}
      {lines.length === 0 && <p className="meta">{words.empty}</p>}
      <form action={send}>
        <input type="hidden" name="menu" value={menu} />
        <input type="hidden" name="basedOn" value={lines.map(({ name }) => name).join(',')} />
        <ol>
          {lines.map((line, at) => (
            <li
              className="py-[0.35rem] gap-2 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto_auto] items-center"
              key={line.name}
            >
              <span>
                <a className="font-medium" href={line.edit}>
                  {line.label}
                </a>
                <span className="meta block wrap-anywhere">
                  {line.href}
                  {line.isPage && ` · ${words.isPage}`}
                </span>
              </span>
              <Mover kind="up" words={words.up} line={line} isOff={at === 0} />
              <Mover kind="down" words={words.down} line={line} isOff={at === lines.length - 1} />
            </li>
          ))}
        </ol>
      </form>
    </section>
  );
}

function Mover({
  kind,
  words,
  line,
  isOff,
}: {
  kind: 'up' | 'down';
  words: string;
  line: MenuLine;
  isOff: boolean;
}) {
  return (
    <button
      className="btn btn--sq [&[aria-disabled]]:border-rule [&[aria-disabled]]:text-ink-3"
      type="submit"
      name="move"
      value={`${kind} ${line.name}`}
      aria-disabled={isOff || undefined}
    >
      <Icon name={kind} />
      <span className="vh">
        {words}: {line.label}
      </span>
    </button>
  );
}
