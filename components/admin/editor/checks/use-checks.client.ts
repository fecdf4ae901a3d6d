'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { storiesByIds } from '../dialogs/fetch-stories';
import type { KnownPicture, KnownStory } from '../editor-context';
import { checkedBlocks } from './checked-blocks';
import { type CheckedBlock, findingsIn, storyLinked } from './find-problems';
import { count } from './word-count';

const CHECK_AFTER_MS = 600;

/** The fields whose words are checked besides the body's. */
const CHECKED_FIELDS = [
  'kicker',
  'headline',
  'shortHeadline',
  'standfirst',
  'pictureId',
  'pictureAlt',
  'pictureCaption',
];

/** Null: the desk knows no story of this number. */
type StoriesById = ReadonlyMap<number, KnownStory | null>;

/** Counts and checks the text a moment after the last stroke, and fetches the stories that it links to. */
export function useChecks(
  editor: Editor,
  field: RefObject<HTMLInputElement | null>,
  pictures: readonly KnownPicture[],
) {
  const [stories, setStories] = useState<StoriesById>(new Map());
  const pauses = useTypingPauses(field);

  const { counted, findings, storyIds } = useMemo(() => {
    const blocks = checkedBlocks(editor.state.doc);
    const known = {
      hasAlt: (id: number | null) => (pictures.find((picture) => picture.id === id)?.alt ?? '') !== '',
      isDead: (id: number) => stories.has(id) && stories.get(id)?.isPublic !== true,
    };
    return {
      counted: count(blocks.map(({ text }) => text).join('\n')),
      // At first there is a text to count, and nothing to find yet.
      findings: pauses === 0 ? [] : findingsIn(blocks, checkedValues(field.current?.form), known),
      storyIds: storyIdsIn(blocks),
    };
  }, [editor, field, pictures, stories, pauses]);

  useEffect(() => {
    const unknown = storyIds.filter((id) => !stories.has(id));
    if (unknown.length === 0) return;
    storiesByIds(unknown).then((found) => {
      if (!found) return;
      const entries = unknown.map((id) => [id, found.find((story) => story.id === id) ?? null] as const);
      setStories((before) => new Map([...before, ...entries]));
    }, console.error);
  }, [storyIds, stories]);

  const addStory = useCallback(
    (story: KnownStory) => setStories((before) => new Map(before).set(story.id, story)),
    [],
  );
  return { counted, findings, stories, addStory };
}

/** Counts the pauses in typing, anywhere in the form. */
function useTypingPauses(field: RefObject<HTMLInputElement | null>): number {
  const [pauses, setPauses] = useState(0);
  useEffect(() => {
    const form = field.current?.form;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPauses((before) => before + 1), CHECK_AFTER_MS);
    };
    wait();
    form?.addEventListener('input', wait);
    return () => {
      clearTimeout(timer);
      form?.removeEventListener('input', wait);
    };
  }, [field]);
  return pauses;
}

function checkedValues(form: HTMLFormElement | null | undefined): Record<string, string> {
  if (!form) return {};
  const data = new FormData(form);
  return Object.fromEntries(CHECKED_FIELDS.map((name) => [name, String(data.get(name) ?? '')]));
}

/** The stories of ours that the text names or links to, once each. */
function storyIdsIn(blocks: readonly CheckedBlock[]): number[] {
  const ids = blocks.flatMap(({ type, attrs, links }) => [
    ...(type === 'alsoRead' ? [Number(attrs.storyId)] : []),
    ...links.map(({ href }) => storyLinked(href, location.origin)),
  ]);
  return [...new Set(ids.filter((id) => id !== null))];
}
