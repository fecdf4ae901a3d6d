import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { MAX_GALLERY_PICTURES } from '@/lib/stories/body/limits';

/** A picture of the library in the text, which shows the library's words until it is given its own. */
export function pictureAttributes(id: number) {
  return { pictureId: id, file: '', caption: '', credit: '', alt: '' };
}

/** Puts a block in at the caret. */
export function insertBlock(editor: Editor, content: object): void {
  moveOutOfSelectedBlock(editor);
  editor.chain().focus().insertContent(content).run();
}

/** Puts a picture in at the caret, and leaves the focus where it is. */
export function insertPicture(editor: Editor, id: number): void {
  moveOutOfSelectedBlock(editor);
  editor
    .chain()
    .insertContent({ type: 'figure', attrs: pictureAttributes(id) })
    .run();
}

/** A selected block, as each is when it was just inserted, would be replaced by the next one. */
function moveOutOfSelectedBlock(editor: Editor): void {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.isBlock) editor.commands.createParagraphNear();
}

/** False where no gallery stands at that place any more, and where it would hold more than a document may. */
export function addToGallery(editor: Editor, at: number, pictureIds: readonly number[]): boolean {
  const gallery = editor.state.doc.nodeAt(at);
  if (gallery?.type.name !== 'gallery') return false;
  const pictures = [...(gallery.attrs.pictures as object[]), ...pictureIds.map(pictureAttributes)];
  if (pictures.length > MAX_GALLERY_PICTURES) return false;
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, { ...gallery.attrs, pictures }));
  return true;
}

/** Where nothing is selected and no link stands, the address itself is what readers see. */
export function setLink(editor: Editor, href: string): void {
  const isBare = editor.state.selection.empty && !editor.isActive('link');
  const mark = { type: 'link', attrs: { href } };
  if (isBare)
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: href, marks: [mark] })
      .run();
  else editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run();
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
}

/** Plain text as paragraphs, one for each line with words. */
export function paragraphsOf(text: string): object[] {
  return text
    .split(/\r?\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
}
