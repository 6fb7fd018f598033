import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Read from disk: the test's own bundler leaves style sheets empty.
const css = readFileSync('src/renderer/styles/tokens.css', 'utf8');

type Theme = ReadonlyMap<string, string>;

/** The colours of a theme: what the light theme says, and what the dark one says instead. */
function themeOf(name: 'light' | 'dark'): Theme {
  const blocks = [...css.matchAll(/(:root|\[data-theme='dark'\])\s*\{([^}]*)\}/g)];
  const own = blocks.filter(([, selector]) => selector === ':root' || name === 'dark');
  return new Map(
    own.flatMap(([, , body = '']) =>
      [...body.matchAll(/(--[\w-]+):\s*(#[\da-f]{6})/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast by the formula of WCAG 2. */
export function contrast(left: string, right: string): number {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = [
  '--bg-content',
  '--bg-subtle',
  '--bg-window',
  '--bg-hover',
  '--bg-raised',
  '--bg-selected',
  '--bg-selected-quiet',
];
const text = ['--ink', '--ink-2', '--ink-3', '--accent', '--late', '--warn', '--good'];
const pairs: readonly (readonly [string, string, number])[] = [
  ...text.flatMap((ink) => surfaces.map((ground) => [ink, ground, 4.5] as const)),
  ['--ink', '--bg-selected-window', 4.5],
  ['--ink-3', '--bg-selected-window', 4.5],
  ['--ink-2', '--bg-active', 4.5],
  ['--late', '--late-bg', 4.5],
  ['--warn', '--warn-bg', 4.5],
  ['--ink', '--warn-bg', 4.5],
  ['--ink', '--late-bg', 4.5],
  ['--good', '--good-bg', 4.5],
  ['--ink', '--added-bg', 4.5],
  ['--ink', '--removed-bg', 4.5],
  ['--good', '--added-bg', 4.5],
  ['--late', '--removed-bg', 4.5],
  ...['blue', 'teal', 'green', 'olive', 'orange', 'red', 'purple', 'grey'].flatMap((colour) =>
    ['--bg-content', '--bg-selected'].map((ground) => [`--c-${colour}`, ground, 3] as const),
  ),
  ...['--ink', '--ink-2', '--ink-3', '--warn'].map((ink) => [ink, '--warn-wash', 4.5] as const),
  ['--ink-on-fill', '--accent-fill', 4.5],
  ['--ink-on-fill', '--accent-fill-hover', 4.5],
  ['--mark-ink', '--mark-fill', 4.5],
  ...['--focus', '--line-control', '--mark-line'].flatMap((line) =>
    ['--bg-content', '--bg-selected', '--bg-field'].map((ground) => [line, ground, 3] as const),
  ),
];

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = themeOf(name);

  it.each(pairs)('%s on %s reaches %f to 1', (front, back, least) => {
    const [ink, ground] = [theme.get(front), theme.get(back)];
    expect(ink).toBeDefined();
    expect(ground).toBeDefined();
    expect(contrast(ink ?? '', ground ?? '')).toBeGreaterThanOrEqual(least);
  });
});

describe('the style sheets', () => {
  it('take every colour from the tokens', () => {
    const literal = /#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\(/i;
    const sheets = globSync('src/renderer/**/*.css');
    const found = sheets.filter((file) => !file.endsWith('tokens.css') && literal.test(readFileSync(file, 'utf8')));
    expect(sheets.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});
