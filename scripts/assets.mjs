// Builds what browsers fetch beside the pages into dist/web/static, each file under a name that carries its content's
// hash, so that it can be kept for a year: the style sheet, one theme per municipality, the font, and the islands.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { themeCss } from './theme.mjs';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'dist/web/static');
const packageFolder = (name) => join(root, 'node_modules', name);

// Only the parts of Designsystemet that src/web/design uses.
const PARTS = [
  'base',
  'heading',
  'paragraph',
  'list',
  'link',
  'skip-link',
  'button',
  'tag',
  'alert',
  'card',
  'divider',
].concat(['details', 'table', 'label', 'input', 'field', 'fieldset', 'validation-message', 'error-summary']);

const FONTS = [
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
];

function put(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const at = name.lastIndexOf('.');
  const hashed = `${name.slice(0, at)}.${hash}${name.slice(at)}`;
  writeFileSync(join(out, hashed), bytes);
  return hashed;
}

function fontFaces() {
  const folder = join(packageFolder('@fontsource-variable/inter'), 'files');
  return FONTS.map(([part, range]) => {
    const file = put(`inter-${part}.woff2`, readFileSync(join(folder, `inter-${part}-wght-normal.woff2`)));
    return `@font-face{font-family:Inter;font-style:normal;font-display:swap;font-weight:100 900;src:url(${file}) format("woff2");unicode-range:${range}}`;
  }).join('');
}

function withoutDarkScheme(theme) {
  const start = theme.indexOf('@layer ds.theme.color-scheme.dark');
  const next = theme.indexOf('@layer', start + 1);
  if (start < 0 || next < 0) throw new Error('Designsystemet has changed: no dark scheme to leave out');
  return theme.slice(0, start) + theme.slice(next);
}

function styleSheet() {
  const css = join(packageFolder('@digdir/designsystemet-css'), 'dist');
  const theme = withoutDarkScheme(readFileSync(join(css, 'theme/designsystemet.css'), 'utf8'));
  const base = readFileSync(join(css, 'src/base.css'), 'utf8');
  const parts = PARTS.slice(1).map((part) => readFileSync(join(css, `src/${part}.css`), 'utf8'));
  const design = join(root, 'src/web/design');
  const sheets = readdirSync(design)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const own = sheets.map((name) => readFileSync(join(design, name), 'utf8')).join('');
  return `@layer ds.theme,ds.base,ds.components;${fontFaces()}${theme}@layer ds.base{${base}}@layer ds.components{${parts.join('')}}${own}`;
}

function themes() {
  const folder = join(root, 'src/web/design/themes');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const name = basename(file, '.json');
    put(`theme-${name}.css`, themeCss(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  }
}

/** Each island with all that it imports in one file. Folders hold what islands share. */
async function islands() {
  const folder = join(root, 'dist/web/islands');
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    const bundle = await rolldown({ input: join(folder, file), platform: 'browser', logLevel: 'warn' });
    const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
    await bundle.close();
    put(file, output[0].code);
    for (const name of output[0].moduleIds.flatMap(packageOf)) bundled.add(name);
  }
}

/** The package that a bundled file belongs to; none for our own. */
function packageOf(path) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return name === undefined ? [] : [name];
}

/** The licences ask to go along with the code that browsers fetch. */
function licences() {
  const texts = [...bundled]
    .sort()
    .map((name) => `${name}\n\n${readFileSync(join(packageFolder(name), 'LICENSE'), 'utf8')}`);
  put('islands-licenses.txt', texts.join('\n\n'));
}

const bundled = new Set();

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
put('app.css', styleSheet());
themes();
await islands();
licences();
put('inter-license.txt', readFileSync(join(packageFolder('@fontsource-variable/inter'), 'LICENSE')));
