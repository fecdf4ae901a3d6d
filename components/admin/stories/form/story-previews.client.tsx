'use client';

import { countGraphemes, truncateGraphemes } from '@barta/bengali/graphemes';
import { useEffect, useRef, useState } from 'react';
import type { Say } from '@/lib/site/labels';
import { FIELDS_SET } from '../set-fields';

/** The values of some fields while they are typed; at first those that were stored. */
function useFieldValues(stored: Readonly<Record<string, string>>) {
  const place = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState(stored);
  const names = Object.keys(stored).join(' ');
  useEffect(() => {
    const form = place.current?.closest('form');
    const look = () => {
      if (!form) return;
      setValues(Object.fromEntries(names.split(' ').map((name) => [name, textIn(form, name)])));
    };
    look();
    form?.addEventListener('input', look);
    form?.addEventListener(FIELDS_SET, look);
    return () => {
      form?.removeEventListener('input', look);
      form?.removeEventListener(FIELDS_SET, look);
    };
  }, [names]);
  return { place, values };
}

/** Of the field itself: a form that is only to be looked at sends nothing, and still says something. */
function textIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field && 'value' in field ? String(field.value) : '';
}

/** How many letters a field has, of those that fit its slot. */
export function LetterCount({
  name,
  value,
  max,
  say,
}: {
  name: string;
  value: string;
  max: number;
  say: Say;
}) {
  const { place, values } = useFieldValues({ [name]: value });
  const letters = countGraphemes((values[name] ?? '').trim());
  return (
    <div
      className="count mt-[-1.5em] text-micro/[1.5] font-sans font-text text-ink-3 text-right [&[data-over]]:font-strong [&[data-over]]:text-accent"
      ref={place}
      data-over={letters > max || undefined}
    >
      <span className="vh">{say('editor.lettersOf', { letters, max })}</span>
      <span aria-hidden="true">{say('editor.letters', { letters, max })}</span>
    </div>
  );
}

interface PreviewProps {
  /** As in `barta.example › অর্থনীতি › ৪২০৯`. */
  address: string;
  site: string;
  stored: Readonly<Record<'headline' | 'standfirst' | 'seoTitle' | 'seoDescription', string>>;
  picture: string | undefined;
  say: Say;
}

/** About what a search engine shows of the story, and what a share of it looks like. */
export function StoryPreviews({ address, site, stored, picture, say }: PreviewProps) {
  const { place, values } = useFieldValues(stored);
  const title = values.seoTitle || values.headline || say('editor.untitled');
  const description = values.seoDescription || values.standfirst || '';
  return (
    <div ref={place}>
      <p className="label mt-2">{say('editor.searchPreview')}</p>
      <div className="seo py-[0.7rem] px-[0.8rem] border border-rule">
        <span className="text-micro block text-ok">{address}</span>
        <b className="text-[1.0625rem]/[1.45] font-sans font-medium block text-info">
          {truncateGraphemes(title, 65, '…')}
        </b>
        <p className="text-meta/[1.5] text-ink-2">{truncateGraphemes(description, 160, '…')}</p>
      </div>
      <p className="label mt-2">{say('editor.sharePreview')}</p>
      <div className="sharecard border border-rule">
        {picture && (
          // biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off
          <img className="w-full aspect-[1.91] object-cover" src={picture} alt="" width="608" height="318" />
        )}
        <div className="py-[0.6rem] px-[0.8rem] text-meta/[1.5] bg-wash">
          <span className="text-ink-2">{site}</span>
          <b className="block">{truncateGraphemes(title, 90, '…')}</b>
          <p className="text-ink-2">{truncateGraphemes(description, 110, '…')}</p>
        </div>
      </div>
    </div>
  );
}
