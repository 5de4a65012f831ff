import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of a PDF's structure tree on one page, with the text that stands under it, its lines parted by "\n". */
export interface PdfElement {
  readonly role: string;
  readonly text: string;
  readonly children: readonly PdfElement[];
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
  readonly type?: string;
  readonly id?: string;
}

/** Opens a PDF with pdf.js; close with `.loadingTask.destroy()`. */
export function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
}

/** The structure of every page, in page order. An element that runs over a page break is there once for each page. */
export async function structureByPage(pdf: PDFDocumentProxy): Promise<readonly PdfElement[]> {
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const [tree, texts] = await Promise.all([page.getStructTree() as Promise<TreeNode>, markedTexts(page)]);
      return element(tree, texts);
    }),
  );
}

function element(node: TreeNode, texts: ReadonlyMap<string, string>): PdfElement {
  if (node.type === 'content') return { role: '', text: texts.get(node.id ?? '') ?? '', children: [] };
  const children = (node.children ?? []).map((child) => element(child, texts));
  return { role: node.role ?? '', text: children.map((child) => child.text).join(''), children };
}

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

async function markedTexts(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((name) => name !== '') ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? '') : '');
  }
  return texts;
}

/** All elements with one of the roles, in reading order; those inside a found one are not looked for. */
export function elementsOf(root: PdfElement, roles: readonly string[]): readonly PdfElement[] {
  return root.children.flatMap((child) => (roles.includes(child.role) ? [child] : elementsOf(child, roles)));
}
