'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { EditorBlock } from '../editor-block';
import { useEditorDesk } from '../editor-context';
import { BlockField, blockClass, RemoveButton } from './block-fields.client';
import { atomNode } from './block-nodes';

function EmbedView({ node, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { say, picture } = useEditorDesk();
  const thumb = picture(node.attrs.pictureId as number | null);
  return (
    <NodeViewWrapper className={blockClass('embed', selected)} data-drag-handle>
      {/* biome-ignore lint/performance/noImgElement: the variants are ours and the optimiser is off */}
      {thumb && <img src={thumb.address} alt="" width="120" height="80" />}
      <div>
        <b>{say('editor.card')}</b>
        <span className="meta block wrap-anywhere">{String(node.attrs.url)}</span>
        <BlockField
          label={say('editor.cardTitle')}
          value={String(node.attrs.title)}
          put={(title) => updateAttributes({ title })}
        />
      </div>
      <RemoveButton what={say('editor.card')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

export const embed: EditorBlock = {
  nodes: [atomNode('embed', EmbedView, { provider: 'link', url: '', title: '', pictureId: null })],
  tools: [],
};
