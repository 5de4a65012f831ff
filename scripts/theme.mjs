// Makes a municipality's theme: the colour properties of Designsystemet from three colours, each shade at the
// luminance that Designsystemet's own light scheme has, so that contrasts hold whatever the colour. A colour too bright
// to carry white text is darkened until it can: a bright brand colour is decoration, never a fill.

const LUMINANCE = {
  'background-default': 1,
  'background-tinted': 0.9,
  'surface-default': 1,
  'surface-tinted': 0.81,
  'surface-hover': 0.7,
  'surface-active': 0.59,
  'border-subtle': 0.5,
  'border-default': 0.19,
  'border-strong': 0.11,
  'text-subtle': 0.11,
  'text-default': 0.025,
};

const toLinear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toGamma = (value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const luminanceOf = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast of two "#rrggbb" colours by WCAG 2.2, 1–21. */
export function contrast(one, other) {
  const [high, low] = [luminanceOf(parse(one)), luminanceOf(parse(other))].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function parse(hex) {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Not a colour: ${hex}`);
  return [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
}

function write(linear) {
  const byte = (value) => Math.round(Math.min(1, Math.max(0, toGamma(value))) * 255);
  return `#${linear.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`;
}

/** OKLab, by Björn Ottosson: lightness that follows the eye, so that hue and strength stay when lightness moves. */
function toLab([r, g, b]) {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The same hue at another luminance; the colour weakens towards white and black as far as the screen demands. */
function shade(hex, luminance) {
  if (luminance >= 1) return '#ffffff';
  const [own, a, b] = toLab(parse(hex));
  let [low, high] = [0, 1];
  let answer = [0, 0, 0];
  for (let round = 0; round < 40; round += 1) {
    const lightness = (low + high) / 2;
    const strength = lightness > own ? (1 - lightness) / (1 - own) : 1;
    answer = inGamut(lightness, a * strength, b * strength);
    if (luminanceOf(answer) < luminance) low = lightness;
    else high = lightness;
  }
  return write(answer);
}

function inGamut(lightness, a, b) {
  for (let strength = 1; strength >= 0; strength -= 0.05) {
    const colour = fromLab([lightness, a * strength, b * strength]);
    if (colour.every((value) => value >= -0.0005 && value <= 1.0005)) return colour;
  }
  return fromLab([lightness, 0, 0]);
}

function scale(name, hex) {
  const shades = Object.entries(LUMINANCE).map(([step, luminance]) => [step, shade(hex, luminance)]);
  let base = hex.toLowerCase();
  for (let luminance = 0.18; contrast(base, '#ffffff') < 5; luminance -= 0.005) base = shade(hex, luminance);
  const depth = luminanceOf(parse(base));
  shades.push(
    ['base-default', base],
    ['base-hover', shade(base, depth * 0.68)],
    ['base-active', shade(base, depth * 0.42)],
  );
  shades.push(['base-contrast-subtle', shade(hex, 0.83)], ['base-contrast-default', '#ffffff']);
  check(name, Object.fromEntries(shades));
  return shades.map(([step, value]) => `--ds-color-${name}-${step}:${value};`).join('');
}

function check(name, colour) {
  const demands = [
    ['text-default', 'surface-hover', 7],
    ['text-subtle', 'surface-tinted', 4.5],
    ['text-subtle', 'background-tinted', 4.5],
    ['border-default', 'background-default', 3],
    ['base-contrast-default', 'base-default', 4.5],
    ['base-contrast-subtle', 'base-default', 3.5],
  ];
  for (const [one, other, least] of demands) {
    const found = contrast(colour[one], colour[other]);
    if (found < least) throw new Error(`${name}: ${one} on ${other} has contrast ${found.toFixed(2)}, needs ${least}`);
  }
}

/** The style sheet of a theme `{ accent, neutral, brand }`, colours as "#rrggbb". Throws when a contrast would not hold. */
export function themeCss({ accent, neutral, brand }) {
  const bright = `--hk-decoration:${brand.toLowerCase()};`;
  return `:root{${scale('accent', accent)}${scale('neutral', neutral)}${scale('brand1', brand)}${bright}}\n`;
}
