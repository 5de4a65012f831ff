import type { ComponentChildren } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../language.ts';
import { designTexts } from './texts.ts';

/** Meaning of a colour; always joined by an icon and words. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';
export type IconName =
  | 'circle'
  | 'half'
  | 'check'
  | 'stop'
  | 'clock'
  | 'question'
  | 'comment'
  | 'pencil'
  | 'plus'
  | 'minus'
  | 'move';

const icons: Readonly<Record<IconName, string>> = {
  circle: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z',
  half: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2a6 6 0 0 0 0 12V6Z',
  check: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm4.3 6.1-5.4 5.8-3.1-3-1.4 1.4 4.6 4.4 6.8-7.3-1.5-1.3Z',
  stop: 'M7.8 3h8.4L21 7.8v8.4L16.2 21H7.8L3 16.2V7.8L7.8 3ZM7 11v2h10v-2H7Z',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm-1 4v6l4.6 2.7 1-1.7L13 11.9V7h-2Z',
  question:
    'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm-1 12.5v2h2v-2h-2Zm1-9A3.5 3.5 0 0 0 8.5 10h2a1.5 1.5 0 1 1 2.3 1.3c-.9.6-1.8 1.3-1.8 2.7h2c0-.6.4-.8 1-1.3a3.5 3.5 0 0 0-2-6.2Z',
  comment: 'M4 4h16v12H9l-5 4V4Zm4 4v2h8V8H8Zm0 3v2h5v-2H8Z',
  plus: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7V4Z',
  minus: 'M4 11h16v2H4v-2Z',
  move: 'M7 4 3 8l4 4V9h10V7H7V4Zm10 8v3H7v2h10v3l4-4-4-4Z',
  pencil: 'M16.5 3.5 20.5 7.5 8.5 19.5 3.5 20.5 4.5 15.5 16.5 3.5Z',
};

/** A small label: icon and words in a colour. */
export function Tag({ tone, icon, children }: { tone: Tone; icon: IconName; children: ComponentChildren }) {
  return (
    <span class="ds-tag" data-color={tone}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** A drawing beside words that say the same; hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return jsxTemplate(drawings[name]);
}

// Drawn once: a plan shows one beside each measure, and a drawing costs more to write than the words.
const drawings = Object.fromEntries(
  Object.entries(icons).map(([name, path]) => [name, [renderToString(<Drawing path={path} />)]]),
) as Readonly<Record<IconName, string[]>>;

function Drawing({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** A boxed message on the page. */
export function Alert({ tone, children }: { tone: Exclude<Tone, 'neutral'>; children: ComponentChildren }) {
  return (
    <div class="ds-alert" data-color={tone}>
      {children}
    </div>
  );
}

/** Says that something was done, after Post/Redirect/Get. Nothing when `message` is null. */
export function Notice({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <div class="ds-alert" data-color="success" role="status">
      <p>{message}</p>
    </div>
  );
}

/** A link that looks like a button. */
export function ButtonLink(props: { href: string; quiet?: boolean; children: ComponentChildren }) {
  return (
    <a class="ds-button" href={props.href} data-variant={props.quiet ? 'secondary' : undefined}>
      {props.children}
    </a>
  );
}

/** A part that opens. */
export function Details(props: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="ds-details" open={props.open}>
      <summary>{props.summary}</summary>
      <div class="hk-stack">{props.children}</div>
    </details>
  );
}

// Whoever has no mouse scrolls with the arrow keys, which needs focus on the frame.
const reachableByKeyboard = { tabIndex: 0 };

/** A table that scrolls sideways inside its frame when it does not fit; the frame can be reached by keyboard. `children` are thead, tbody and tfoot. */
export function Table(props: { language: Language; caption: string; id: string; children: ComponentChildren }) {
  return (
    <section class="hk-scroll" aria-labelledby={props.id} {...reachableByKeyboard}>
      <table class="ds-table">
        <caption id={props.id}>{props.caption}</caption>
        {props.children}
      </table>
    </section>
  );
}

/** Pairs of name and value that stand first on a page. A pair without value is left out by the caller. */
export function Facts({ pairs }: { pairs: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="hk-facts">
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Pairs of name and value in running order. */
export function Pairs({ pairs }: { pairs: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="hk-pairs">
      {pairs.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** Says that a page's form came back with faults, for the title of the page. */
export function titleWithErrors(language: Language, title: string, faults: number): string {
  return faults === 0 ? title : designTexts[language].errorPrefix + title;
}
