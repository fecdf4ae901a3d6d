'use client';

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { EditorBlock } from '../editor-block';
import { insertBox } from '../toolbar/tool';
import { useToolLabel } from '../toolbar/tool-label';
import { BlockField } from './block-fields.client';
import { boxNode } from './block-nodes';

const labels = {
  name: { bn: 'তথ্যবাক্স', en: 'Fact box' },
  title: { bn: 'তথ্যবাক্সের শিরোনাম', en: 'Title of the fact box' },
};

function FactBoxView({ node, updateAttributes }: ReactNodeViewProps) {
  const label = useToolLabel();
  return (
    <NodeViewWrapper data-block="factBox" data-box="">
      <div
        contentEditable={false}
        className="text-meta/[1.5] font-sans font-text text-left whitespace-normal"
      >
        <BlockField
          label={label(labels.title)}
          value={String(node.attrs.title)}
          put={(title) => updateAttributes({ title })}
        />
      </div>
      <NodeViewContent as="div" className="blk__text" />
    </NodeViewWrapper>
  );
}

export const factBox: EditorBlock = {
  nodes: [
    boxNode('factBox', '(paragraph | bulletList | orderedList)+', {
      attributes: { title: '' },
      view: FactBoxView,
    }),
  ],
  tools: [
    {
      key: 'fact',
      icon: { path: 'M4 4h16v16H4zM12 11v5M12 8h.1' },
      label: labels.name,
      do: (editor) => insertBox(editor, 'factBox'),
    },
  ],
  emptyAsParagraph: ['factBox'],
};
