'use client';

import { fromBijoy, looksLikeBijoy } from '@barta/bengali/latin/bijoy';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSay } from '@/components/admin/desk/labels/desk-labels.client';
import { Notice } from '@/components/ui/notice';
import type { DocumentJson } from '@/lib/stories/body/document-json';
import { MAX_BODY_CHARACTERS, MAX_GALLERY_PICTURES } from '@/lib/stories/body/limits';
import { BODY_MERGED, BODY_READY, type BodyMerge, FIELDS_SET } from '../stories/set-fields';
import { CheckList } from './checks/check-list.client';
import { checkedBlocks } from './checks/checked-blocks';
import { type Finding, findingsIn, storyLinked } from './checks/find-problems';
import { count } from './checks/word-count';
import {
  AlsoReadDialog,
  BijoyDialog,
  EmbedDialog,
  LinkDialog,
  PicturesDialog,
} from './dialogs/dialogs.client';
import { storiesNumbered } from './dialogs/find-stories';
import { DeskProvider, type KnownPicture, type KnownStory } from './editor-context';
import { takeMergedBody } from './merge/take-merged-body';
import { cleanPaste } from './paste/clean-paste';
import { isWorthACard } from './paste/embed-address';
import { fileOf, sendPictures } from './paste/pasted-pictures';
import { documentJsonOf, editorContentOf } from './schema/editor-document';
import { extensions } from './schema/extensions';
import { type Question, Toolbar } from './toolbar/toolbar.client';

export interface RichEditorProps {
  document: DocumentJson;
  pictures: readonly KnownPicture[];
  /** Ids of what says more about the body: its hint, its error. */
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Whether the plain field had the caret when this one took its place. */
  takesFocus: boolean;
}

const CHECK_AFTER_MS = 600;
/** The fields whose words the checks look at besides the body's. */
const CHECKED_FIELDS = [
  'kicker',
  'headline',
  'shortHeadline',
  'standfirst',
  'pictureId',
  'pictureAlt',
  'pictureCaption',
];

interface Bijoy {
  converted: string;
  use: () => void;
  useAsIs: () => void;
}

/**
 * The body as it will look. It stands in the story's form as one hidden field, `bodyDoc`, which changes and says so
 * by a bubbling `input` event with each stroke; `setFields` changes what is shown here.
 */
export function RichEditor({
  document: stored,
  pictures: offered,
  describedBy,
  isInvalid,
  takesFocus,
}: RichEditorProps) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef(stored);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.value = documentJsonOf(editorContentOf(first.current));
    field.current.form?.dispatchEvent(new CustomEvent(BODY_READY));
  }, []);
  /** The pictures of the paste at hand, and how many it only pointed to; ProseMirror cleans it before it hands it over. */
  const withPaste = useRef<{ files: readonly (File | null)[]; elsewhere: number }>({
    files: [],
    elsewhere: 0,
  });
  const [added, setAdded] = useState<readonly KnownPicture[]>([]);
  const pictures = useMemo(() => [...added, ...offered], [added, offered]);
  const know = (picture: KnownPicture) =>
    setAdded((before) => (before.some(({ id }) => id === picture.id) ? before : [picture, ...before]));
  const [question, setQuestion] = useState<{ kind: Question; url?: string; into?: number } | null>(null);
  const [bijoy, setBijoy] = useState<Bijoy | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [stories, setStories] = useState<ReadonlyMap<number, KnownStory | null>>(new Map());

  const [parts] = useState(() =>
    extensions(() => {
      setQuestion({ kind: 'link' });
      return true;
    }),
  );
  const editor = useEditor({
    immediatelyRender: true,
    // The policy of the desk allows no style element; the sheet has these few rules.
    injectCSS: false,
    extensions: parts,
    content: editorContentOf(stored),
    autofocus: takesFocus ? 'start' : false,
    editorProps: {
      attributes: {
        id: 'body-text',
        class: 'rich__text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say('editor.body'),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
      },
      transformPastedHTML: (html) => (html.includes('data-pm-slice') ? html : pasted(html)),
      handlePaste: (view, event) => paste(event, view.state.selection.$from.parent.textContent === ''),
      handleKeyDown: (_, event) => {
        if (event.key !== 'F10' || !event.altKey) return false;
        event.preventDefault();
        window.document.querySelector<HTMLElement>('.rich__bar button[tabindex="0"]')?.focus();
        return true;
      },
    },
    onUpdate: ({ editor: now }) => {
      if (!field.current) return;
      field.current.value = documentJsonOf(now.getJSON());
      field.current.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });

  /** True: dealt with here. */
  function paste(event: ClipboardEvent, isEmptyLine: boolean): boolean {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    const { files, elsewhere } = withPaste.current;
    withPaste.current = { files: [], elsewhere: 0 };
    setTrouble(elsewhere > 0 ? say('editor.pastePictures', { count: elsewhere }) : null);
    if (text.length + (editor.state.doc.textContent.length ?? 0) > MAX_BODY_CHARACTERS) {
      setTrouble(say('editor.pasteTooLong', { max: MAX_BODY_CHARACTERS }));
      return true;
    }
    const own = text === '' && html === '' ? [...(event.clipboardData?.files ?? [])] : [];
    if (own.length > 0) {
      takeIn(own, 0).catch(console.error);
      return true;
    }
    if (isEmptyLine && isWorthACard(text)) {
      setQuestion({ kind: 'embed', url: text.trim() });
      return true;
    }
    if (!html.includes('data-pm-slice') && looksLikeBijoy(text)) {
      askAboutBijoy(text, html, () => {
        if (files.length > 0) takeIn(files, elsewhere).catch(console.error);
      });
      return true;
    }
    // After the text has come in, so that they stand behind it.
    if (files.length > 0) setTimeout(() => takeIn(files, elsewhere).catch(console.error));
    return false;
  }

  /** Pasted pictures into the library, and from there into the text. */
  async function takeIn(files: readonly (File | null)[], elsewhere: number): Promise<void> {
    setTrouble(say('editor.picturesComing', { count: files.length }));
    const { left, why } = await sendPictures(files, (picture) => {
      know(picture);
      makeRoom(editor);
      editor
        .chain()
        .insertContent({ type: 'figure', attrs: picturesAttrs(picture.id) })
        .run();
    });
    const out = left + elsewhere;
    setTrouble(out > 0 ? `${say('editor.pastePictures', { count: out })} ${why}`.trim() : null);
  }

  function askAboutBijoy(text: string, html: string, thenPictures: () => void): void {
    const put = (turned: (one: string) => string) => {
      setBijoy(null);
      const content = html ? cleanPaste(html, turned).html : paragraphs(turned(text));
      editor.chain().focus().insertContent(content).run();
      thenPictures();
    };
    setBijoy({ converted: fromBijoy(text), use: () => put(fromBijoy), useAsIs: () => put((one) => one) });
  }

  function pasted(html: string): string {
    const clean = cleanPaste(html);
    withPaste.current = { files: clean.pictures.map(fileOf), elsewhere: clean.elsewhere };
    return clean.html;
  }

  useFieldsFromOutside(editor, field);
  const { counted, findings, ask } = useLookingOver(editor, field, pictures, stories);

  useEffect(() => {
    const unknown = ask.filter((id) => !stories.has(id));
    if (unknown.length === 0) return;
    storiesNumbered(unknown).then((found) => {
      if (!found) return;
      setStories((before) => {
        const known = new Map(before);
        for (const id of unknown) known.set(id, found.find((story) => story.id === id) ?? null);
        return known;
      });
    }, console.error);
  }, [ask, stories]);

  const desk = useMemo(
    () => ({
      say,
      picture: (id: number | null) => pictures.find((one) => one.id === id),
      story: (id: number) => stories.get(id) ?? undefined,
      askForMore: (into: number) => setQuestion({ kind: 'gallery', into }),
    }),
    [say, pictures, stories],
  );

  function go({ at, what }: Finding): void {
    if ('field' in at) {
      const named = field.current?.form?.elements.namedItem(at.field);
      if (named instanceof HTMLElement) {
        named.closest('details')?.setAttribute('open', '');
        named.focus();
      }
      return;
    }
    const block = what === 'editor.altMissing' ? editor.view.nodeDOM(at.from) : null;
    const waiting = block instanceof HTMLElement && block.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (waiting) waiting.focus();
    else editor.chain().focus().setTextSelection(at).scrollIntoView().run();
  }

  const close = () => {
    setQuestion(null);
    editor.commands.focus();
  };
  const put = (content: object) => {
    setQuestion(null);
    makeRoom(editor);
    editor.chain().focus().insertContent(content).run();
  };
  const common = { say, close };

  return (
    <DeskProvider value={desk}>
      {/* No value by React: it would put the first one back with each render of the form. */}
      <input ref={field} type="hidden" name="bodyDoc" />
      <div className="rich border border-control rounded-control bg-paper focus-within:border-ink has-[[aria-invalid=true]]:border-2 has-[[aria-invalid=true]]:border-accent">
        <Toolbar editor={editor} say={say} ask={(kind) => setQuestion({ kind })}>
          <output className="ml-auto py-0 px-[0.4rem] text-(length:--text-meta) text-ink-2 whitespace-nowrap">
            {say('editor.counted', { words: counted.words, minutes: counted.minutes })}
          </output>
        </Toolbar>
        <EditorContent editor={editor} />
      </div>
      <p className="hint">
        <span>{say('editor.keysHint')}</span>
        <span className="nowrap">{say('editor.characters', { count: counted.characters })}</span>
      </p>
      {trouble && <Notice kind="warn">{trouble}</Notice>}
      <CheckList findings={findings} say={say} go={go} />
      {question?.kind === 'link' && (
        <LinkDialog
          {...common}
          href={String(editor.getAttributes('link').href ?? '')}
          choose={(href) => {
            setQuestion(null);
            putLink(editor, href);
          }}
          remove={
            editor.isActive('link')
              ? () => {
                  setQuestion(null);
                  editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
                }
              : undefined
          }
        />
      )}
      {(question?.kind === 'picture' || question?.kind === 'gallery') && (
        <PicturesDialog
          {...common}
          isMany={question.kind === 'gallery'}
          pictures={pictures}
          know={know}
          choose={([first, ...others]) => {
            if (first === undefined) return;
            if (question.into !== undefined && putInto(editor, question.into, [first, ...others])) {
              setQuestion(null);
            } else if (question.kind === 'picture') put({ type: 'figure', attrs: picturesAttrs(first) });
            else
              put({
                type: 'gallery',
                attrs: { caption: '', pictures: [first, ...others].map(picturesAttrs) },
              });
          }}
        />
      )}
      {question?.kind === 'alsoRead' && (
        <AlsoReadDialog
          {...common}
          choose={(story) => {
            setStories((before) => new Map(before).set(story.id, story));
            put({ type: 'alsoRead', attrs: { storyId: story.id } });
          }}
        />
      )}
      {question?.kind === 'embed' && (
        <EmbedDialog
          {...common}
          url={question.url ?? ''}
          pictures={pictures}
          know={know}
          choose={(attrs) => put({ type: 'embed', attrs })}
        />
      )}
      {bijoy && (
        <BijoyDialog
          say={say}
          close={() => {
            setBijoy(null);
            editor.commands.focus();
          }}
          {...bijoy}
        />
      )}
    </DeskProvider>
  );
}

function picturesAttrs(id: number) {
  return { pictureId: id, file: '', caption: '', credit: '', alt: '' };
}

/** False where no gallery stands at that place any more, and where it would hold more than a document may. */
function putInto(editor: Editor, at: number, ids: readonly number[]): boolean {
  const gallery = editor.state.doc.nodeAt(at);
  if (gallery?.type.name !== 'gallery') return false;
  const pictures = [...(gallery.attrs.pictures as object[]), ...ids.map(picturesAttrs)];
  if (pictures.length > MAX_GALLERY_PICTURES) return false;
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...gallery.attrs, pictures }));
  return true;
}

/** A block that is selected, as each is when it was just put in, is not to be replaced by the next one. */
function makeRoom(editor: Editor): void {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.isBlock) editor.commands.createParagraphNear();
}

/** Where nothing is selected and no link stands, the address itself is what readers see. */
function putLink(editor: Editor, href: string): void {
  const isBare = editor.state.selection.empty && !editor.isActive('link');
  const mark = { type: 'link', attrs: { href } };
  if (isBare)
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [mark] })
      .run();
  else editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run();
}

function paragraphs(text: string): object[] {
  return text
    .split(/\r?\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
}

/** `setFields` puts a document in from outside: a draft that was kept, a merge. */
function useFieldsFromOutside(editor: Editor, field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const form = field.current?.form;
    const take = (event: Event) => {
      const json = (event as CustomEvent<Record<string, string>>).detail.bodyDoc;
      const wanted = json === undefined ? null : documentIn(json);
      if (wanted) editor.commands.setContent(editorContentOf(wanted), { emitUpdate: true });
    };
    const merge = (event: Event) => {
      const asked = (event as CustomEvent<BodyMerge>).detail;
      const [was, merged] = [documentIn(asked.was), documentIn(asked.merged)];
      asked.isTaken = was !== null && merged !== null && takeMergedBody(editor, was, merged);
    };
    form?.addEventListener(FIELDS_SET, take);
    form?.addEventListener(BODY_MERGED, merge);
    return () => {
      form?.removeEventListener(FIELDS_SET, take);
      form?.removeEventListener(BODY_MERGED, merge);
    };
  }, [editor, field]);
}

/** Counts and checks, a moment after the last stroke; and the stories of ours that the text names. */
function useLookingOver(
  editor: Editor,
  field: { readonly current: HTMLInputElement | null },
  pictures: readonly KnownPicture[],
  stories: ReadonlyMap<number, KnownStory | null>,
) {
  const [stroke, setStroke] = useState(0);
  useEffect(() => {
    const form = field.current?.form;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(wait);
      wait = setTimeout(() => setStroke((before) => before + 1), CHECK_AFTER_MS);
    };
    look();
    form?.addEventListener('input', look);
    return () => {
      clearTimeout(wait);
      form?.removeEventListener('input', look);
    };
  }, [field]);

  return useMemo(() => {
    const blocks = checkedBlocks(editor.state.doc);
    // Before the first look there is a text to count and nothing to find yet.
    const fields = stroke === 0 ? {} : valuesOf(field.current?.form);
    const named = blocks.flatMap(({ type, attrs, links }) => [
      ...(type === 'alsoRead' ? [Number(attrs.storyId)] : []),
      ...links.map(({ href }) => storyLinked(href, location.origin)),
    ]);
    return {
      counted: count(blocks.map(({ text }) => text).join('\n')),
      findings:
        stroke === 0
          ? []
          : findingsIn(blocks, fields, {
              hasAlt: (id) => (pictures.find((one) => one.id === id)?.alt ?? '') !== '',
              isDead: (id) => stories.has(id) && stories.get(id)?.isPublic !== true,
            }),
      ask: [...new Set(named.filter((id) => id !== null))],
    };
  }, [editor, field, pictures, stories, stroke]);
}

function valuesOf(form: HTMLFormElement | null | undefined): Record<string, string> {
  if (!form) return {};
  const data = new FormData(form);
  return Object.fromEntries(CHECKED_FIELDS.map((name) => [name, String(data.get(name) ?? '')]));
}

function documentIn(json: string): DocumentJson | null {
  try {
    const wanted = JSON.parse(json) as Partial<DocumentJson>;
    return wanted.type === 'doc' && Array.isArray(wanted.content) ? (wanted as DocumentJson) : null;
  } catch {
    return null;
  }
}
