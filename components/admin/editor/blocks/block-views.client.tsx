'use client';

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import { useDesk } from '../editor-context';
import type { BlockViews } from './block-nodes';

function FigureView({ node, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { say } = useDesk();
  return (
    <NodeViewWrapper as="figure" className={classOf('figure', selected)} data-drag-handle>
      <PictureWords picture={node.attrs as Pictured} change={updateAttributes} />
      <Remove what={say('editor.image')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

function GalleryView({ node, updateAttributes, deleteNode, getPos, selected }: ReactNodeViewProps) {
  const { say, askForMore } = useDesk();
  const pictures = node.attrs.pictures as Pictured[];
  const grid = useRef<HTMLDivElement>(null);
  /** Where the picture went that was carried last, and by which button: the hand goes along. */
  const carried = useRef<{ to: number; by: -1 | 1 } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order
  useLayoutEffect(() => {
    const { to, by } = carried.current ?? {};
    carried.current = null;
    if (to === undefined) return;
    const there = grid.current?.children[to];
    const same = there?.querySelector<HTMLElement>(`[data-by="${by}"]`);
    (same ?? there?.querySelector<HTMLElement>('[data-by]'))?.focus();
  }, [pictures]);
  const carry = (at: number, by: -1 | 1) => {
    const order = [...pictures];
    order.splice(at + by, 0, ...order.splice(at, 1));
    carried.current = { to: at + by, by };
    updateAttributes({ pictures: order });
  };
  const put = (at: number, words: Partial<Pictured>) =>
    updateAttributes({ pictures: pictures.map((one, index) => (index === at ? { ...one, ...words } : one)) });
  return (
    <NodeViewWrapper as="figure" className={classOf('gallery', selected)} data-drag-handle>
      <b>{say('editor.gallery')}</b>
      <div
        className="blk__grid gap-3 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] [&_img]:w-full [&_img]:h-auto [&_img]:aspect-3/2 [&_img]:object-cover"
        ref={grid}
      >
        {pictures.map((picture, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand twice, and nothing else tells them apart
          <div className="relative" key={at}>
            <PictureWords picture={picture} change={(words) => put(at, words)} />
            <span className="top-1 left-1 gap-1 absolute flex [&_.btn]:bg-paper">
              {at > 0 && <Carry by={-1} no={at + 1} carry={() => carry(at, -1)} />}
              {at < pictures.length - 1 && <Carry by={1} no={at + 1} carry={() => carry(at, 1)} />}
            </span>
            <Remove
              what={say('editor.image')}
              remove={() => updateAttributes({ pictures: pictures.filter((_, index) => index !== at) })}
            />
          </div>
        ))}
      </div>
      <Words
        label={say('editor.galleryCaption')}
        value={String(node.attrs.caption)}
        put={(caption) => updateAttributes({ caption })}
      />
      <button type="button" className="btn" onClick={() => askForMore(getPos() ?? -1)}>
        <Icon name="plus" />
        {say('editor.galleryMore')}
      </button>
      <Remove what={say('editor.gallery')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

/** One place towards the beginning or the end. */
function Carry({ by, no, carry }: { by: -1 | 1; no: number; carry: () => void }) {
  const { say } = useDesk();
  const what = say(by < 0 ? 'editor.galleryEarlier' : 'editor.galleryLater', { no });
  return (
    <button type="button" className="btn btn--quiet btn--sq" data-by={by} onClick={carry} title={what}>
      <Icon name={by < 0 ? 'back' : 'forward'} />
      <span className="vh">{what}</span>
    </button>
  );
}

function EmbedView({ node, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { say, picture } = useDesk();
  const thumb = picture(node.attrs.pictureId as number | null);
  return (
    <NodeViewWrapper className={classOf('embed', selected)} data-drag-handle>
      {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
      {thumb && <img src={thumb.address} alt="" width="120" height="80" />}
      <div>
        <b>{say('editor.card')}</b>
        <span className="meta block wrap-anywhere">{String(node.attrs.url)}</span>
        <Words
          label={say('editor.cardTitle')}
          value={String(node.attrs.title)}
          put={(title) => updateAttributes({ title })}
        />
      </div>
      <Remove what={say('editor.card')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

function AlsoReadView({ node, deleteNode, selected }: ReactNodeViewProps) {
  const { say, story } = useDesk();
  const id = Number(node.attrs.storyId);
  const known = story(id);
  return (
    <NodeViewWrapper className={classOf('also', selected)} data-drag-handle>
      <span>
        <b>{say('editor.alsoReadTitle')}:</b> {known?.headline ?? say('storyDesk.storyNumber', { id })}
      </span>
      <Remove what={say('editor.alsoReadTitle')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

/** Words of the story set large, and whose they are. */
function PullQuoteView({ node, updateAttributes }: ReactNodeViewProps) {
  const { say } = useDesk();
  return (
    <NodeViewWrapper data-block="pullQuote">
      <NodeViewContent as="div" className="blk__text" />
      <div
        contentEditable={false}
        className="text-meta/[1.5] font-sans font-text text-left whitespace-normal"
      >
        <Words
          label={say('media.quoteBy')}
          value={String(node.attrs.by)}
          put={(by) => updateAttributes({ by })}
        />
      </div>
    </NodeViewWrapper>
  );
}

function FactBoxView({ node, updateAttributes }: ReactNodeViewProps) {
  const { say } = useDesk();
  return (
    <NodeViewWrapper data-block="factBox">
      <div
        contentEditable={false}
        className="text-meta/[1.5] font-sans font-text text-left whitespace-normal"
      >
        <Words
          label={say('media.factBoxTitle')}
          value={String(node.attrs.title)}
          put={(title) => updateAttributes({ title })}
        />
      </div>
      <NodeViewContent as="div" className="blk__text" />
    </NodeViewWrapper>
  );
}

export const blockViews: BlockViews = {
  pullQuote: PullQuoteView,
  factBox: FactBoxView,
  figure: FigureView,
  gallery: GalleryView,
  embed: EmbedView,
  alsoRead: AlsoReadView,
};

function PictureWords({
  picture,
  change,
}: {
  picture: Pictured;
  change: (words: Partial<Pictured>) => void;
}) {
  const desk = useDesk();
  const { say } = desk;
  const known = desk.picture(picture.pictureId);
  const address = known?.address ?? (picture.file && `/media/${picture.file}`);
  const alt = picture.alt || known?.alt || '';
  return (
    <>
      {address ? (
        // biome-ignore lint/performance/noImgElement: as above
        <img src={address} alt={alt} width="640" height="427" />
      ) : (
        <span className="hint">{say('storyDesk.pictureNumber', { id: picture.pictureId ?? 0 })}</span>
      )}
      <Words
        label={say('editor.caption')}
        value={picture.caption}
        stands={known?.caption}
        put={(caption) => change({ caption })}
      />
      <Words
        label={say('editor.credit')}
        value={picture.credit}
        stands={known?.credit}
        put={(credit) => change({ credit })}
      />
      <Words
        label={say('editor.altText')}
        value={picture.alt}
        stands={known?.alt}
        isWanting={alt === ''}
        put={(words) => change({ alt: words })}
      />
    </>
  );
}

/** A line of a block's own words. `stands`: what readers get if it is left empty. */
function Words({
  label,
  value,
  stands,
  isWanting = false,
  put,
}: {
  label: string;
  value: string;
  stands?: string | undefined;
  isWanting?: boolean;
  put: (value: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  // An undo changes the block behind the field's back; while one types, the field knows best.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value);
  }, [value]);
  return (
    <span className="blk__words">
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="input"
        value={typed}
        placeholder={stands}
        aria-invalid={isWanting || undefined}
        onKeyDown={(event) => {
          // Enter in a field sends its form.
          if (event.key === 'Enter') event.preventDefault();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          put(event.target.value);
        }}
      />
    </span>
  );
}

function Remove({ what, remove }: { what: string; remove: () => void }) {
  const { say } = useDesk();
  return (
    <button
      type="button"
      className="btn btn--quiet btn--sq blk__remove"
      onClick={remove}
      title={say('editor.remove', { what })}
    >
      <Icon name="cross" />
      <span className="vh">{say('editor.remove', { what })}</span>
    </button>
  );
}

function classOf(kind: string, isSelected: boolean): string {
  return `blk blk--${kind}${isSelected ? ' is-selected' : ''}`;
}
