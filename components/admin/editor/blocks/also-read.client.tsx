'use client';

import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { EditorBlock } from '../editor-block';
import { useEditorDesk } from '../editor-context';
import { blockClass, RemoveButton } from './block-fields.client';
import { atomNode } from './block-nodes';

function AlsoReadView({ node, deleteNode, selected }: ReactNodeViewProps) {
  const { say, story } = useEditorDesk();
  const id = Number(node.attrs.storyId);
  const known = story(id);
  return (
    <NodeViewWrapper className={blockClass('also', selected)} data-drag-handle>
      <span>
        <b>{say('editor.alsoReadTitle')}:</b> {known?.headline ?? say('storyDesk.storyNumber', { id })}
      </span>
      <RemoveButton what={say('editor.alsoReadTitle')} remove={deleteNode} />
    </NodeViewWrapper>
  );
}

export const alsoRead: EditorBlock = {
  nodes: [atomNode('alsoRead', AlsoReadView, { storyId: 0 })],
  tools: [],
};
