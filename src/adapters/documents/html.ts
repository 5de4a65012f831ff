import type { DocumentBlock, DocumentCell, DocumentTable, PlanDocument } from '../../core/exchange/plan-document.ts';
import { documentColours } from './colours.ts';
import { escapeXml } from './ooxml-text.ts';

/** The document as one web page that needs nothing else: no script, no address, its own style. */
export function makeHtml(document: PlanDocument): string {
  const language = document.language === 'sv' ? 'sv' : 'en';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(document.title)}</title><style>${style(document)}</style>`;
  const header = `<header>${document.municipality === null ? '' : `<p>${text(document.municipality)}</p>`}<h1>${text(document.title)}</h1>${table(document.facts, 1)}</header>`;
  const body = blocks(document);
  return `<!doctype html>\n<html lang="${language}"><head>${head}</head><body>${header}${contents(document)}<main>${body}</main></body></html>\n`;
}

function contents(document: PlanDocument): string {
  const entries = document.blocks
    .filter((block: DocumentBlock) => block.kind === 'heading')
    .map((block, index) => ({ text: block.kind === 'heading' ? block.text : '', level: levelOf(block), index }))
    .filter(({ level }) => level === 1);
  if (entries.length === 0) return '';
  const links = entries.map(({ text: title, index }) => `<li><a href="#d${index}">${text(title)}</a></li>`).join('');
  const name = escapeXml(document.labels.contents);
  return `<nav aria-label="${name}"><p><strong>${name}</strong></p><ul>${links}</ul></nav>`;
}

function levelOf(block: DocumentBlock): number {
  return block.kind === 'heading' ? block.level : 0;
}

function blocks(document: PlanDocument): string {
  let headings = 0;
  return document.blocks.map((block: DocumentBlock, index) => blockHtml(block, index, () => headings++)).join('\n');
}

function blockHtml(block: DocumentBlock, index: number, nextHeading: () => number): string {
  if (block.kind === 'heading') {
    const level = block.level + 1;
    return `<h${level} id="d${nextHeading()}">${text(block.text)}</h${level}>`;
  }
  if (block.kind === 'paragraph') return `<p${block.missing ? ' class="saknas"' : ''}>${text(block.text)}</p>`;
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
  return table(block, index + 2);
}

/** A table in a frame that scrolls sideways on a narrow screen and can be reached by keyboard. */
function table(content: DocumentTable, number: number): string {
  const id = `t${number}`;
  const head = content.columns.map(({ title }) => `<th scope="col">${text(title)}</th>`).join('');
  const rows = content.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  const caption = `<caption id="${id}">${text(content.summary)}</caption>`;
  return `<div class="ram" role="region" aria-labelledby="${id}" tabindex="0"><table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function cell({ paragraphs, missing }: DocumentCell): string {
  return `<td${missing ? ' class="saknas"' : ''}>${paragraphs.map(text).join('<br>')}</td>`;
}

function text(content: string): string {
  return escapeXml(content).replaceAll('\n', '<br>');
}

function style(document: PlanDocument): string {
  const { heading, theme, tint } = documentColours(document.themeColour);
  return (
    `body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1.0625rem/1.6 system-ui,sans-serif;color:#1b1f24;overflow-wrap:break-word}` +
    `header{border-top:6px solid ${theme};padding-top:1rem}h1,h2,h3{color:${heading};line-height:1.2;margin:2.2em 0 .6em}h1{font-size:clamp(1.5rem,6vw,2.2rem);margin-top:.4em}h1,h2,h3{hyphens:auto}h2{font-size:1.6rem}h3{font-size:1.2rem}` +
    `p,li{max-width:68ch}li+li{margin-top:.35em}a{color:${heading}}.saknas{color:#595959}.ram{overflow-x:auto;margin:1rem 0}` +
    `table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:600;padding:.4rem 0}th,td{border:1px solid #bfc5cc;padding:.45rem .6rem;text-align:start;vertical-align:top;overflow-wrap:normal}thead{background:${tint}}` +
    `@media(max-width:30rem){body{padding:1rem}th,td{padding:.35rem .3rem;font-size:.9rem}}` +
    `:focus-visible{outline:3px solid ${heading};outline-offset:2px}@media print{nav{display:none}h1,h2,h3{break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}}`
  );
}
