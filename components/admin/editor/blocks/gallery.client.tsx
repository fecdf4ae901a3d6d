'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useLayoutEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import type { EditorBlock } from '../editor-block';
import { useEditorDesk } from '../editor-context';
import { BlockField, blockClass, PictureFields, RemoveButton } from './block-fields.client';
import { atomNode } from './block-nodes';

function GalleryView({ node, updateAttributes, deleteNode, getPos, selected }: ReactNodeViewProps) {
  const { say, addToGallery } = useEditorDesk();
  const pictures = node.attrs.pictures as Pictured[];
  const grid = useRef<HTMLDivElement>(null);
  /** Where the last moved picture went, and by which button: the focus follows it there. */
  const moved = useRef<{ to: number; by: -1 | 1 } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each order
  useLayoutEffect(() => {
    const { to, by } = moved.current ?? {};
    moved.current = null;
    if (to === undefined) return;
    const there = grid.current?.children[to];
    const same = there?.querySelector<HTMLElement>(`[data-by="${by}"]`);
    (same ?? there?.querySelector<HTMLElement>('[data-by]'))?.focus();
  }, [pictures]);
  const move = (at: number, by: -1 | 1) => {
    const order = [...pictures];
    order.splice(at + by, 0, ...order.splice(at, 1));
    moved.current = { to: at + by, by };
    updateAttributes({ pictures: order });
  };
  const put = (at: number, words: Partial<Pictured>) =>
    updateAttributes({ pictures: pictures.map((one, index) => (index === at ? { ...one, ...words } : one)) });
  return (
    <NodeViewWrapper as="figure" className={blockClass('gallery', selected)} data-drag-handle>
      <b>{say('editor.gallery')}</b>
      <div
        className="blk__grid gap-3 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] [&_img]:w-full [&_img]:h-auto [&_img]:aspect-3/2 [&_img]:object-cover"
        ref={grid}
      >
        {pictures.map((picture, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand twice, and nothing else tells them apart
          <div className="relative" key={at}>
            <PictureFields picture={picture} change={(words) => put(at, words)} />
            <span className="top-1 left-1 gap-1 absolute flex [&_.btn]:bg-paper">
              {at > 0 && <MoveButton by={-1} no={at + 1} move={() => move(at, -1)} />}
              {at < pictures.length - 1 && <MoveButton by={1} no={at + 1} move={() => move(at, 1)} />}
            </span>
            <RemoveButton
              what={say('editor.image')}
              remove={() => updateAttributes({ pictures: pictures.filter((_, index) => index !== at) })}
            />
          </div>
        ))}
      </div>
      <BlockField
        label={say('editor.galleryCaption')}
        value={String(node.attrs.caption)}
        put={(caption) => updateAttributes({ caption })}
      />
      <button type="button" className="btn" onClick={() => addToGallery(getPos() ?? -1)}>
        <Icon name="plus" />
        {say('editor.galleryMore')}
      </button>
      <RemoveButton what={say('editor.gallery')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

/** One place towards the beginning or the end. */
function MoveButton({ by, no, move }: { by: -1 | 1; no: number; move: () => void }) {
  const { say } = useEditorDesk();
  const what = say(by < 0 ? 'editor.galleryEarlier' : 'editor.galleryLater', { no });
  return (
    <button type="button" className="btn btn--quiet btn--sq" data-by={by} onClick={move} title={what}>
      <Icon name={by < 0 ? 'back' : 'forward'} />
      <span className="vh">{what}</span>
    </button>
  );
}

export const gallery: EditorBlock = {
  nodes: [atomNode('gallery', GalleryView, { caption: '', pictures: [] })],
  tools: [],
};
