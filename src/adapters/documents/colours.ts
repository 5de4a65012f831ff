/** The colours of a document, made from the municipality's one colour. All `#rrggbb`. */
export interface DocumentColours {
  readonly theme: string;
  /** The theme where it is dark enough to read on white (WCAG contrast 4.5), else a dark neutral. */
  readonly heading: string;
  /** A very light shade for the header row of a table. */
  readonly tint: string;
}

const DARK_NEUTRAL = '#1b1f24';
const LEAST_CONTRAST = 4.5;
const TINT_SHARE = 0.1;

/** Colours of a document by the municipality's colour; a text that is not `#rrggbb` gives the neutral ones. */
export function documentColours(themeColour: string): DocumentColours {
  const theme = /^#[0-9a-f]{6}$/i.test(themeColour) ? themeColour.toLowerCase() : DARK_NEUTRAL;
  return {
    theme,
    heading: contrastOnWhite(theme) >= LEAST_CONTRAST ? theme : DARK_NEUTRAL,
    tint: `#${channels(theme)
      .map((channel) => Math.round(255 - (255 - channel) * TINT_SHARE))
      .map((channel) => channel.toString(16).padStart(2, '0'))
      .join('')}`,
  };
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
