'use client';

import { mergeAttributes, Node } from '@tiptap/core';
import {
  NodeViewContent,
  NodeViewWrapper,
  type ReactNodeViewProps,
  ReactNodeViewRenderer,
} from '@tiptap/react';
import type { EditorBlock } from '../editor-block';
import { useEditorDesk } from '../editor-context';
import { BlockField } from './block-fields.client';
import { storedAttributes } from './block-nodes';

/** Words of the story set large, and whose they are. */
function PullQuoteView({ node, updateAttributes }: ReactNodeViewProps) {
  const { say } = useEditorDesk();
  return (
    <NodeViewWrapper data-block="pullQuote">
      <NodeViewContent as="div" className="blk__text" />
      <div
        contentEditable={false}
        className="text-meta/[1.5] font-sans font-text text-left whitespace-normal"
      >
        <BlockField
          label={say('media.quoteBy')}
          value={String(node.attrs.by)}
          put={(by) => updateAttributes({ by })}
        />
      </div>
    </NodeViewWrapper>
  );
}

const pullQuoteNode = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => storedAttributes({ by: '' }),
  addNodeView: () => ReactNodeViewRenderer(PullQuoteView),
  parseHTML: () => [{ tag: '[data-block="pullQuote"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'p',
    mergeAttributes({ 'data-block': 'pullQuote' }, HTMLAttributes),
    0,
  ],
});

export const pullQuote: EditorBlock = {
  nodes: [pullQuoteNode],
  tools: [
    {
      key: 'pull',
      icon: 'pull',
      label: 'editor.pullQuote',
      do: (editor) => {
        const chain = editor.chain().focus();
        (editor.isActive('pullQuote') ? chain.setParagraph() : chain.setNode('pullQuote')).run();
      },
      isOn: (editor) => editor.isActive('pullQuote'),
    },
  ],
};
