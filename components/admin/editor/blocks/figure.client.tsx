'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { Pictured } from '@/lib/stories/body/blocks/pictured';
import type { EditorBlock } from '../editor-block';
import { useEditorDesk } from '../editor-context';
import { blockClass, PictureFields, RemoveButton } from './block-fields.client';
import { atomNode } from './block-nodes';

function FigureView({ node, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { say } = useEditorDesk();
  return (
    <NodeViewWrapper as="figure" className={blockClass('figure', selected)} data-drag-handle>
      <PictureFields picture={node.attrs as Pictured} change={updateAttributes} />
      <RemoveButton what={say('editor.image')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

export const figure: EditorBlock = {
  nodes: [atomNode('figure', FigureView, { pictureId: null, file: '', caption: '', credit: '', alt: '' })],
  tools: [],
};
