import type { ComponentChildren } from 'preact';
import type { Language } from '../language.ts';

/** What a piece of a letter is only for the HTML form, and left out of the plain text, carries this. */
export const htmlOnly = { 'data-html-only': true } as const;

// Programs for e-mail drop style sheets, so each element carries its own looks. The colours hold 4.5:1 on white.
const styles = {
  body: 'margin:0;padding:16px;background:#ffffff;color:#1e2b3c;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5',
  letter: 'max-width:600px;margin:0 auto',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:4px;background:#0b4f71;color:#ffffff;font-weight:bold;text-decoration:none',
  small: 'margin:0 0 16px;font-size:14px;overflow-wrap:anywhere',
  list: 'margin:0 0 16px;padding-left:24px',
  item: 'margin:0 0 8px',
  facts: 'margin:0 0 16px',
  name: 'font-weight:bold',
  value: 'margin:0 0 8px',
  foot: 'margin-top:24px;padding-top:16px;border-top:1px solid #8a94a0;font-size:14px;color:#4a5666',
  link: 'color:#0b4f71',
} as const;

/** A whole letter. The subject is repeated as heading, so that a printed letter says what it is about. */
export function Letter(props: {
  language: Language;
  subject: string;
  foot: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.subject}</title>
      </head>
      <body style={styles.body}>
        <main style={styles.letter}>
          <h1 style={styles.heading}>{props.subject}</h1>
          {props.children}
          <footer style={styles.foot}>{props.foot}</footer>
        </main>
      </body>
    </html>
  );
}

/** A paragraph of text. `lang` is set to "sv" when the text comes from a plan. */
export function Paragraph({ children, lang }: { children: ComponentChildren; lang?: 'sv' }) {
  return (
    <p style={styles.paragraph} lang={lang}>
      {children}
    </p>
  );
}

/** A heading inside a letter. */
export function Heading({ children, lang }: { children: ComponentChildren; lang?: 'sv' }) {
  return (
    <h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3" lang={lang}>
      {children}
    </h2>
  );
}

/** What the receiver is to do next. The address is written out as well, for whoever wants to see where a button leads. */
export function LinkButton({ href, or, children }: { href: string; or: string; children: ComponentChildren }) {
  return (
    <>
      <p style={styles.paragraph}>
        <a href={href} style={styles.button}>
          {children}
        </a>
      </p>
      <p style={styles.small} {...htmlOnly}>
        {or}{' '}
        <a href={href} style={styles.link}>
          {href}
        </a>
      </p>
    </>
  );
}

/** A link in running text. */
export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} style={styles.link}>
      {children}
    </a>
  );
}

/** A list with one line for each item. `lang` as for `Paragraph`. */
export function List({ items, lang }: { items: readonly ComponentChildren[]; lang?: 'sv' }) {
  return (
    <ul style={styles.list} lang={lang}>
      {items.map((item, index) => (
        <li key={index} style={styles.item}>
          {item}
        </li>
      ))}
    </ul>
  );
}

/** Pairs of name and value. */
export function Facts({ pairs }: { pairs: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl style={styles.facts}>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt style={styles.name}>{name}</dt>
          <dd style={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
