import { mergeAttributes, Node } from '@tiptap/core';
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import type { ComponentType } from 'react';

/** How each block that has more than text is shown and edited. */
export type BlockViews = Readonly<
  Record<
    'figure' | 'gallery' | 'embed' | 'alsoRead' | 'pullQuote' | 'factBox',
    ComponentType<ReactNodeViewProps>
  >
>;

/** The blocks that ProseMirror does not bring, with the names and attributes of the stored document. */
export function ourBlocks(views: BlockViews) {
  return [
    atom('figure', views.figure, { pictureId: null, file: '', caption: '', credit: '', alt: '' }),
    atom('gallery', views.gallery, { caption: '', pictures: [] }),
    atom('embed', views.embed, { provider: 'link', url: '', title: '', pictureId: null }),
    atom('alsoRead', views.alsoRead, { storyId: 0 }),
    Node.create({
      name: 'pullQuote',
      group: 'block',
      content: 'inline*',
      defining: true,
      addAttributes: () => ({ by: carried('by', '') }),
      addNodeView: () => ReactNodeViewRenderer(views.pullQuote),
      parseHTML: () => [{ tag: '[data-block="pullQuote"]' }],
      renderHTML: ({ HTMLAttributes }) => [
        'p',
        mergeAttributes({ 'data-block': 'pullQuote' }, HTMLAttributes),
        0,
      ],
    }),
    Node.create({
      name: 'factBox',
      group: 'block',
      content: '(paragraph | bulletList | orderedList)+',
      defining: true,
      isolating: true,
      addAttributes: () => ({ title: carried('title', '') }),
      addNodeView: () => ReactNodeViewRenderer(views.factBox),
      parseHTML: () => [{ tag: '[data-block="factBox"]' }],
      renderHTML: ({ HTMLAttributes }) => [
        'div',
        mergeAttributes({ 'data-block': 'factBox' }, HTMLAttributes),
        0,
      ],
    }),
    Node.create({
      name: 'correctionNote',
      group: 'block',
      content: 'paragraph+',
      defining: true,
      isolating: true,
      parseHTML: () => [{ tag: '[data-block="correctionNote"]' }],
      renderHTML: ({ HTMLAttributes }) => [
        'div',
        mergeAttributes({ 'data-block': 'correctionNote' }, HTMLAttributes),
        0,
      ],
    }),
  ];
}

/** One thing as a whole; its attributes travel through the clipboard as JSON. */
function atom(
  name: string,
  view: ComponentType<ReactNodeViewProps>,
  attributes: Readonly<Record<string, unknown>>,
) {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes: () =>
      Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, carried(key, value)])),
    parseHTML: () => [{ tag: `[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes({ 'data-block': name }, HTMLAttributes)],
    addNodeView: () => ReactNodeViewRenderer(view),
  });
}

function carried(name: string, value: unknown) {
  const key = `data-of-${name.toLowerCase()}`;
  return {
    default: value,
    parseHTML: (element: HTMLElement) => parsed(element.getAttribute(key)) ?? value,
    renderHTML: (attributes: Readonly<Record<string, unknown>>) => ({
      [key]: JSON.stringify(attributes[name]),
    }),
  };
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
