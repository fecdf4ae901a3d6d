import { Mark, mergeAttributes } from '@tiptap/core';
import { leadsSomewhere } from '../paste/clean-paste';

export const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes, 0],
});

export const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: ({ HTMLAttributes }) => ['sub', HTMLAttributes, 0],
});

/** Only where it leads: how it is vouched for is the renderer's affair. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      // A page can write into the clipboard what looks like a copy out of this editor.
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        return leadsSomewhere(href) && { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    // A link under the caret is to be edited, not followed: the title says where it leads.
    mergeAttributes({ 'data-link': '', title: HTMLAttributes.href }, HTMLAttributes),
    0,
  ],
});
