import { mergeAttributes, Node } from '@tiptap/core';
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import type { ComponentType } from 'react';

type BlockView = ComponentType<ReactNodeViewProps>;
type Defaults = Readonly<Record<string, unknown>>;

/** A block that is edited as a whole, with the attributes of the stored document. */
export function atomNode(name: string, view: BlockView, attributes: Defaults): Node {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes: () => storedAttributes(attributes),
    parseHTML: () => [{ tag: `[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes({ 'data-block': name }, HTMLAttributes)],
    addNodeView: () => ReactNodeViewRenderer(view),
  });
}

/** A box around blocks of text. Without a view it is shown as its own element. */
export function boxNode(
  name: string,
  content: string,
  { attributes = {}, view }: { attributes?: Defaults; view?: BlockView } = {},
): Node {
  return Node.create({
    name,
    group: 'block',
    content,
    defining: true,
    isolating: true,
    addAttributes: () => storedAttributes(attributes),
    ...(view ? { addNodeView: () => ReactNodeViewRenderer(view) } : {}),
    parseHTML: () => [{ tag: `[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'div',
      mergeAttributes({ 'data-block': name, 'data-box': '' }, HTMLAttributes),
      0,
    ],
  });
}

/** Attributes travel through the clipboard as JSON. */
export function storedAttributes(defaults: Defaults) {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, storedAttribute(name, value)]),
  );
}

function storedAttribute(name: string, value: unknown) {
  const key = `data-of-${name.toLowerCase()}`;
  return {
    default: value,
    parseHTML: (element: HTMLElement) => parsed(element.getAttribute(key)) ?? value,
    renderHTML: (attributes: Defaults) => ({ [key]: JSON.stringify(attributes[name]) }),
  };
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
