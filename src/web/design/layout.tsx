import type { ComponentChildren } from 'preact';
import type { View } from '../context.ts';
import { addressIn, writeTime } from '../language.ts';
import { type MenuKey, menuFor } from './menu.ts';
import { designTexts } from './texts.ts';

/** One step of the way to a page; the page itself is not among them. */
export interface Crumb {
  readonly text: string;
  readonly path: string;
  /** Set to "sv" when the text comes from a plan. */
  readonly lang?: 'sv';
}

/** What the layout must know about a page. */
export interface PageFacts {
  /** Without the site's name. Plan text in it is marked by `titleLang`. */
  readonly title: string;
  readonly menu?: MenuKey;
  readonly crumbs?: readonly Crumb[];
  /** Built scripts that the page needs, by plain name ("upload.js"). Pages work without them. */
  readonly islands?: readonly string[];
  /** More room sideways, for big tables. */
  readonly wide?: boolean;
  /** Address that the browser goes on to by itself, at once. */
  readonly onward?: string;
  /** Keeps the page out of search engines: drafts, errors and everything behind sign-in. */
  readonly unlisted?: boolean;
}

/** The frame of every page. */
export function Layout({ view, page, body }: { view: View; page: PageFacts; body: ComponentChildren }) {
  const t = designTexts[view.language];
  const site = t.siteName(view.municipality.name);
  return (
    <html lang={view.language}>
      <Head view={view} page={page} site={site} />
      <body class={page.wide ? 'hk-wide' : undefined}>
        <a class="ds-skip-link" href="#innehall">
          {t.skip}
        </a>
        <Header view={view} page={page} site={site} />
        {view.supportUntil && <p class="hk-support">{t.supportUntil(writeTime(view.supportUntil))}</p>}
        <main id="innehall" class="hk-main" tabIndex={-1}>
          <div class="hk-wrap">
            {page.crumbs && <Crumbs view={view} crumbs={page.crumbs} />}
            {body}
          </div>
        </main>
        <footer class="hk-footer">
          <div class="hk-wrap">
            <p>{t.footer}</p>
            <p>{view.municipality.name}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Head({ view, page, site }: { view: View; page: PageFacts; site: string }) {
  const { files } = view;
  const theme = files.address(`theme-${view.municipality.theme}.css`) ?? files.address('theme-standard.css');
  const app = files.address('app.css');
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{page.title === site ? site : `${page.title} – ${site}`}</title>
      {page.onward && <meta http-equiv="refresh" content={`0;url=${page.onward}`} />}
      {page.unlisted && <meta name="robots" content="noindex" />}
      <link rel="icon" href="data:," />
      {app && <link rel="stylesheet" href={app} />}
      {theme && <link rel="stylesheet" href={theme} />}
      {page.islands?.map((name) => {
        const address = files.address(name);
        return address && <script key={name} type="module" src={address} />;
      })}
    </head>
  );
}

function Header({ view, page, site }: { view: View; page: PageFacts; site: string }) {
  const t = designTexts[view.language];
  return (
    <header class="hk-header">
      <div class="hk-wrap">
        <div class="hk-header-bar">
          <a class="hk-home" href={view.href('/')}>
            {site}
          </a>
          <div class="hk-tools">
            {!view.posted && !view.secretAddress && <LanguageLink view={view} />}
            <WhoIsHere view={view} />
          </div>
        </div>
        <nav class="hk-nav" aria-label={t.menuLabel}>
          <ul>
            {menuFor(view.actor).map(({ key, path }) => (
              <li key={key}>
                <a href={view.href(path)} aria-current={page.menu === key ? 'page' : undefined}>
                  {t.menu[key]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function LanguageLink({ view }: { view: View }) {
  const other = view.language === 'sv' ? 'en' : 'sv';
  return (
    <a href={addressIn(other, view.path) + view.search} lang={other} hreflang={other}>
      {designTexts[view.language].otherLanguage}
    </a>
  );
}

function WhoIsHere({ view }: { view: View }) {
  const t = designTexts[view.language];
  if ('grant' in view.actor) return <span class="hk-who">{t.guest(view.actor.name)}</span>;
  if (view.actor.accountId === null) return <a href={view.href('/logga-in')}>{t.signIn}</a>;
  return (
    <>
      <a class="hk-who" href={view.href('/konto')}>
        {t.signedInAs(view.actor.name)}
      </a>
      <form method="post" action={view.href('/logga-ut')}>
        <button class="hk-plain-button" type="submit">
          {t.signOut}
        </button>
      </form>
    </>
  );
}

function Crumbs({ view, crumbs }: { view: View; crumbs: readonly Crumb[] }) {
  return (
    <nav class="hk-crumbs" aria-label={designTexts[view.language].breadcrumbsLabel}>
      <ol>
        {crumbs.map(({ text, path, lang }) => (
          <li key={path}>
            <a href={view.href(path)} lang={lang}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
