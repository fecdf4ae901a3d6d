import type { Node } from '@tiptap/pm/model';
import type { CheckedBlock } from './find-problems';

/** The text's blocks as the checks want them, with the places where the editor has them. */
export function checkedBlocks(document: Node): CheckedBlock[] {
  const blocks: CheckedBlock[] = [];
  document.descendants((node, at) => {
    if (node.isTextblock) {
      blocks.push({
        from: at + 1,
        // Every leaf is as long here as in the editor, so that places agree.
        text: node.textBetween(0, node.content.size, undefined, ' '),
        type: node.type.name,
        attrs: node.attrs,
        links: linksIn(node, at + 1),
      });
      return false;
    }
    if (node.isAtom) blocks.push({ from: at, text: '', type: node.type.name, attrs: node.attrs, links: [] });
    return true;
  });
  return blocks;
}

function linksIn(block: Node, from: number): CheckedBlock['links'] {
  const links: { href: string; from: number; to: number }[] = [];
  block.forEach((child, offset) => {
    const link = child.marks.find(({ type }) => type.name === 'link');
    if (link)
      links.push({ href: String(link.attrs.href), from: from + offset, to: from + offset + child.nodeSize });
  });
  return links;
}
