/** What a browser would send of a page's form when nothing is touched: its fields by name, as filled in. */
export function formFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const form = /<form [^>]*class="hk-form.*?<\/form>/s.exec(html)?.[0];
  if (form === undefined) throw new Error('The page has no form');
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const name = attribute(attributes, 'name');
    const isChoice = ['checkbox', 'radio'].includes(attribute(attributes, 'type') ?? '');
    const isTicked = !isChoice || / checked\b/.test(attributes);
    if (name !== null && isTicked) fields[name] = attribute(attributes, 'value') ?? (isChoice ? 'on' : '');
  }
  for (const [, attributes = '', text = ''] of form.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    fields[attribute(attributes, 'name') ?? ''] = plainText(text.replace(/^\n/, ''));
  for (const [, attributes = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const marked = /<option[^>]* selected\b[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    fields[attribute(attributes, 'name') ?? ''] = attribute(marked, 'value') ?? '';
  }
  return fields;
}

/** Names of the form's tick boxes. */
export function tickBoxes(html: string): string[] {
  return [...html.matchAll(/<input([^>]*type="checkbox"[^>]*)>/g)].map(([, attributes = '']) => {
    return attribute(attributes, 'name') ?? '';
  });
}

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : plainText(value);
}

/** HTML's own marks back to characters. */
export function plainText(text: string): string {
  const marks: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, mark: string) => marks[mark] ?? whole);
}
