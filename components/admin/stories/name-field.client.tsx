'use client';

import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { BelowField } from '@/components/ui/field-frame';
import { Icon } from '@/components/ui/icon';
import { isOfInputMethod } from '@/components/ui/input-method';
import type { Say } from '@/lib/site/labels';

interface NameFieldProps {
  name: string;
  label: string;
  /** Names with commas between. */
  value: string;
  hint: string;
  error: string | undefined;
  say: Say;
  /** All there are to choose from; or where the desk is asked for more as one types. */
  choices: readonly NameChoice[] | 'topics' | 'bylines';
}

/** `value`: as in its address, in Latin letters, by which it is found too. */
interface NameChoice {
  value: string;
  label: string;
}

const MOST_OFFERED = 8;
const PARTED_BY = /[,،、;\n]/;

/**
 * Several names. Without script a line with commas; with it, a chip for each and offers as one types. In both, the
 * form sends one field of this name with commas between, which says so when it changes.
 */
export function NameField({ name, label, value, hint, error, say, choices }: NameFieldProps) {
  const id = useId();
  const kept = useRef<HTMLInputElement>(null);
  const shownOf = useRef(value);
  const typing = useRef<HTMLInputElement>(null);
  const [isEnhanced, setIsEnhanced] = useState(false);
  const [names, setNames] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [offers, setOffers] = useState<readonly string[]>([]);
  const [at, setAt] = useState(-1);

  const wasHere = useRef(false);
  // Before another key can be pressed: the line goes away, and whoever was typing in it goes on in the field beside.
  useLayoutEffect(() => {
    const line = kept.current?.value ?? '';
    const all = namesIn(line);
    wasHere.current = window.document.activeElement === kept.current;
    const unfinished = wasHere.current && !/[,،、;\n]\s*$/.test(line) ? all.pop() : undefined;
    setNames(all);
    setTyped(unfinished ?? '');
    setIsEnhanced(true);
  }, []);
  useLayoutEffect(() => {
    if (isEnhanced && wasHere.current) typing.current?.focus();
  }, [isEnhanced]);
  // Whoever sets the field from outside, as a draft that was kept does, is shown here; so is what was saved.
  useEffect(() => {
    if (shownOf.current === value) return;
    shownOf.current = value;
    setNames(namesIn(value));
  }, [value]);
  useEffect(() => {
    const here = isEnhanced ? kept.current : null;
    const look = () => setNames(namesIn(here?.value ?? ''));
    here?.addEventListener('input', look);
    return () => here?.removeEventListener('input', look);
  }, [isEnhanced]);

  useEffect(() => {
    const words = typed.trim();
    if (words === '') return setOffers([]);
    const asked = new AbortController();
    const wait = setTimeout(
      () => {
        offersFor(choices, words, asked.signal).then((found) => {
          // A division and its district share a name.
          if (!asked.signal.aborted) setOffers([...new Set(found)].slice(0, MOST_OFFERED));
        }, console.error);
      },
      typeof choices === 'string' ? 150 : 0,
    );
    return () => {
      clearTimeout(wait);
      asked.abort();
    };
  }, [typed, choices]);

  const put = (wanted: readonly string[]) => {
    const whole = [...new Set(wanted.map((one) => one.trim()).filter(Boolean))];
    setNames(whole);
    if (!kept.current) return;
    kept.current.value = whole.join(', ');
    kept.current.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const add = (text: string) => {
    put([...names, ...namesIn(text)]);
    setTyped('');
    setOffers([]);
    setAt(-1);
  };
  const shown = offers.filter((offer) => !names.includes(offer));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) =>
        shown.length === 0 ? -1 : (now + step + shown.length + (now < 0 && step < 0 ? 1 : 0)) % shown.length,
      );
    } else if (event.key === 'Enter') {
      // Never the form: an unfinished name is a name.
      event.preventDefault();
      add(shown[at] ?? typed);
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      setOffers([]);
    } else if (event.key === 'Backspace' && typed === '' && names.length > 0) {
      put(names.slice(0, -1));
    }
  };

  const describedBy = [error && `${name}-error`, `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field names">
      <label className="label" htmlFor={isEnhanced ? id : name}>
        {label}
      </label>
      {isEnhanced && names.length > 0 && (
        <ul className="chips">
          {names.map((one) => (
            <li className="chip" key={one}>
              {one}
              <button type="button" onClick={() => put(names.filter((other) => other !== one))}>
                <Icon name="cross" />
                <span className="vh">{say('editor.remove', { what: one })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {isEnhanced ? (
        // A name that is typed halfway is kept too.
        <input
          ref={kept}
          key="kept"
          type="hidden"
          name={name}
          value={[...names, typed.trim()].filter(Boolean).join(', ')}
        />
      ) : (
        <input
          ref={kept}
          key="typed"
          className="input"
          id={name}
          name={name}
          defaultValue={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
      )}
      {isEnhanced && (
        <div className="names__box">
          <input
            ref={typing}
            id={id}
            className="input"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
            value={typed}
            placeholder={say('editor.namePlaceholder')}
            onChange={({ target }) => {
              // What was picked is of the offers until now. Not where these are asked for: a page made anew asks again.
              setAt(-1);
              if (PARTED_BY.test(target.value)) add(target.value);
              else setTyped(target.value);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              if (typed.trim() !== '') add(typed);
            }}
          />
          <div
            className="names__offers"
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            hidden={shown.length === 0}
          >
            {shown.map((offer, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: as above
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
              <div
                key={offer}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  add(offer);
                  typing.current?.focus();
                }}
              >
                {offer}
              </div>
            ))}
          </div>
        </div>
      )}
      <BelowField id={name} hint={hint} error={error} />
    </div>
  );
}

function namesIn(line: string): string[] {
  return line
    .split(PARTED_BY)
    .map((one) => one.trim())
    .filter(Boolean);
}

async function offersFor(
  choices: NameFieldProps['choices'],
  words: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (typeof choices !== 'string') {
    // Keyboards write য় and its like in one letter or in two.
    const typed = words.normalize('NFC');
    const latin = typed.toLowerCase().replace(/\s+/g, '-');
    return choices
      .filter(({ value, label }) => label.normalize('NFC').includes(typed) || value.includes(latin))
      .map(({ label }) => label);
  }
  const address = `/api/desk-names?kind=${choices}&q=${encodeURIComponent(words)}`;
  const answer = await fetch(address, { signal }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { names: string[] }).names : [];
}
