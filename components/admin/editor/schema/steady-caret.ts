import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isDrawnPast } from '@/components/ui/steady-caret';

/** Types a conjunct where the caret stands, in front of a letter too (see `isDrawnPast`). */
export const SteadyCaret = Extension.create({
  name: 'steadyCaret',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput: (view, event) => {
              const { data, inputType, isComposing } = event;
              if (inputType !== 'insertText' || !data || isComposing || view.composing) return false;
              const selection = (view.root as Document).getSelection();
              const node = selection?.isCollapsed ? selection.anchorNode : null;
              // A caption has a field of its own inside of the text.
              if (!node || !view.dom.contains(node) || event.target !== view.dom) return false;
              // What the browser says of the caret in `getTargetRanges` is moved already; this is not.
              const at = view.posAtDOM(node, selection?.anchorOffset ?? 0);
              const place = view.state.doc.resolve(at);
              const { parent, parentOffset } = place;
              if (!parent.isTextblock) return false;
              const around = (from: number, to: number) => parent.textBetween(from, to, undefined, '\uFFFC');
              const before = around(Math.max(0, parentOffset - 3), parentOffset);
              const after = around(parentOffset, Math.min(parent.content.size, parentOffset + 2));
              if (!isDrawnPast(before, data, after)) return false;
              event.preventDefault();
              const written = () => view.state.tr.insertText(data, at).scrollIntoView();
              if (!view.someProp('handleTextInput', (handle) => handle(view, at, at, data, written)))
                view.dispatch(written());
              return true;
            },
          },
        },
      }),
    ];
  },
});
