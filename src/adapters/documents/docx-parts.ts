import { unescapeXml } from './ooxml-text.ts';

/** The parts of a Word file by name; XML parts can be changed, all others leave as they came. */
export type Parts = Map<string, Uint8Array>;

export const TYPES = '[Content_Types].xml';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the parts that we change are called in this file: Word on the web has `word/document2.xml`. */
export interface PartNames {
  readonly main: string;
  /** The main part's relations to other parts. */
  readonly relations: string;
  readonly styles: string;
  readonly numbering: string;
}

export function textOf(parts: Parts, name: string): string | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

export function put(parts: Parts, name: string, xml: string): void {
  parts.set(name, new TextEncoder().encode(xml));
}

/** Names by the file's own relations; the common names where it has none. */
export function partNames(parts: Parts): PartNames {
  const main = target(textOf(parts, '_rels/.rels'), 'officeDocument', '') ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const own = textOf(parts, relations);
  return {
    main,
    relations,
    styles: target(own, 'styles', folder) ?? `${folder}styles.xml`,
    numbering: target(own, 'numbering', folder) ?? `${folder}numbering.xml`,
  };
}

function target(relations: string | null, type: string, folder: string): string | null {
  for (const [relation] of (relations ?? '').matchAll(/<Relationship\s[^>]*>/g)) {
    const address = /\sTarget="([^"]*)"/.exec(relation)?.[1];
    if (address === undefined || !new RegExp(`\\sType="[^"]*/${type}"`).test(relation)) continue;
    const name = unescapeXml(address);
    return name.startsWith('/') ? name.slice(1) : `${folder}${name}`;
  }
  return null;
}

/** Adds a part beside the main one, with the content type and the relation that Word needs to find it. */
export function addPart(parts: Parts, names: PartNames, kind: 'styles' | 'numbering', xml: string): void {
  const name = names[kind];
  put(parts, name, xml);
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  const override = `<Override PartName="/${name}" ContentType="${type}"/></Types>`;
  put(
    parts,
    TYPES,
    (textOf(parts, TYPES) ?? '').replace('</Types>', () => override),
  );
  const address = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const beside = name.slice(name.lastIndexOf('/') + 1);
  const relation = `<Relationship Id="rIdHandlingskraft-${kind}" Type="${address}" Target="${beside}"/></Relationships>`;
  const relations = textOf(parts, names.relations) ?? NO_RELATIONS;
  put(
    parts,
    names.relations,
    relations.replace('</Relationships>', () => relation),
  );
}

const NO_RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
