// The wall: no other file knows ProseMirror. An editor of one plain text, with its own history.
import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Node, Schema } from 'prosemirror-model';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

/** Text and nothing else: no marks, no links, no markup can come in, whatever is pasted. */
const schema = new Schema({ nodes: { doc: { content: 'text*' }, text: {} } });

export interface TextEditorOptions {
  /** The element that shows the text; the editor takes its place. */
  readonly place: HTMLElement;
  readonly text: string;
  /** Name for screen readers, and the id of what describes the keys. */
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  /** Enter, with the text on both sides of the caret. */
  readonly onEnter: (before: string, after: string) => void;
  /** Backspace at the very beginning. */
  readonly onJoin: () => void;
  readonly onMove: (direction: 'up' | 'down') => void;
}

export interface TextEditor {
  text(): string;
  /** Another text in place of what stands there; can be undone. Tells nobody. */
  setText(text: string): void;
  focus(): void;
}

/** Makes a text of the page editable in place. */
export function createTextEditor(options: TextEditorOptions): TextEditor {
  const { place } = options;
  place.replaceChildren();
  const view = new EditorView(
    { mount: place },
    {
      state: EditorState.create({ doc: docOf(options.text), plugins: [history(), keymap(keysOf(options))] }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'aria-describedby': options.describedBy,
      },
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged && transaction.getMeta(SILENT) !== true) options.onChange(textOf(view.state.doc));
      },
      handleDOMEvents: {
        // Taken before ProseMirror makes markup of them, which the content policy forbids.
        paste: (_view, event) => {
          event.preventDefault();
          return insertPlain(view, event.clipboardData?.getData('text/plain') ?? '');
        },
        drop: (_view, event) => {
          event.preventDefault();
          return true;
        },
        blur: () => {
          options.onBlur();
          return false;
        },
      },
    },
  );
  return {
    text: () => textOf(view.state.doc),
    setText: (text) => view.dispatch(closeHistory(replaced(view.state, text)).setMeta(SILENT, true)),
    focus: () => {
      view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
      view.focus();
    },
  };
}

const SILENT = 'silent';

function docOf(text: string): Node {
  return schema.node('doc', null, text === '' ? [] : [schema.text(text)]);
}

function textOf(doc: Node): string {
  return doc.textContent;
}

function replaced(state: EditorState, text: string): Transaction {
  return text === ''
    ? state.tr.delete(0, state.doc.content.size)
    : state.tr.replaceWith(0, state.doc.content.size, schema.text(text));
}

function insertPlain(view: EditorView, text: string): boolean {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  if (plain !== '') view.dispatch(view.state.tr.insertText(plain).scrollIntoView());
  return true;
}

function keysOf(options: TextEditorOptions): Record<string, Command> {
  const move =
    (direction: 'up' | 'down'): Command =>
    () => {
      options.onMove(direction);
      return true;
    };
  return {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Alt-ArrowUp': move('up'),
    'Alt-ArrowDown': move('down'),
    'Shift-Enter': (state, dispatch) => {
      dispatch?.(state.tr.insertText('\n').scrollIntoView());
      return true;
    },
    'Mod-a': ({ doc, tr }, dispatch) => {
      dispatch?.(tr.setSelection(TextSelection.create(doc, 0, doc.content.size)));
      return true;
    },
    Enter: ({ doc }, _dispatch, view) => {
      const text = textOf(doc);
      const { from, to } = caretOf(view);
      options.onEnter(text.slice(0, from), text.slice(to));
      return true;
    },
    Backspace: (_state, _dispatch, view) => {
      const { from, to } = caretOf(view);
      if (from !== 0 || to !== 0) return false;
      options.onJoin();
      return true;
    },
  };
}

/** Where the caret is now. The browser tells of its moves a moment late, and Enter can come before that. */
function caretOf(view: EditorView | undefined): { readonly from: number; readonly to: number } {
  const selection = document.getSelection();
  if (!view || !selection?.focusNode || !selection.anchorNode || !view.dom.contains(selection.focusNode))
    return view?.state.selection ?? { from: 0, to: 0 };
  const ends = [
    view.posAtDOM(selection.anchorNode, selection.anchorOffset),
    view.posAtDOM(selection.focusNode, selection.focusOffset),
  ];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}
