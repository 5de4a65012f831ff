import { type ComponentChild, type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import { htmlOnly } from './parts.tsx';

const [htmlOnlyMark] = Object.keys(htmlOnly);
const blocks = new Set(['p', 'h1', 'h2', 'ul', 'dl', 'footer', 'main', 'body', 'html']);
const left = new Set(['head', 'style']);

/** A letter's elements as plain text: blocks are parted by an empty line, and a link is followed by its address. */
export function plainText(letter: VNode): string {
  return write(letter)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .concat('\n');
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

function write(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(write).join('');
  if (!isValidElement(node)) return writeText(node as ComponentChild);
  const { type } = node;
  const props = node.props as Props;
  if (htmlOnlyMark !== undefined && props[htmlOnlyMark]) return '';
  if (type === Fragment) return write(props.children);
  // The parts of a letter are plain functions without state.
  if (typeof type === 'function') return write((type as (given: Props) => ComponentChildren)(props));
  return writeElement(type, props);
}

function writeText(node: ComponentChild): string {
  if (typeof node !== 'string' && typeof node !== 'number') return '';
  return String(node).replace(/\s+/g, ' ');
}

function writeElement(name: string, props: Props): string {
  if (left.has(name)) return '';
  const inner = write(props.children);
  if (name === 'a') return writeLink(inner, String(props.href));
  if (name === 'br') return '\n';
  if (name === 'li') return `- ${inner.trim().replace(/\n/g, '\n  ')}\n`;
  if (name === 'dt') return `${inner.trim()}: `;
  if (name === 'dd') return `${inner.trim()}\n`;
  if (name === 'footer') return `\n\n--\n${inner.trim()}\n\n`;
  return blocks.has(name) ? `\n\n${inner.trim()}\n\n` : inner;
}

function writeLink(text: string, href: string): string {
  return text.trim() === href ? href : `\n${text.trim()}:\n${href}\n`;
}
