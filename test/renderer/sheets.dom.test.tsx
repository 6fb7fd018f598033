import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../src/renderer');
const listed = [...readFileSync(join(renderer, 'app/sheets.ts'), 'utf8').matchAll(/import '(.+\.css)';/g)].map(
  ([, path = '']) => join('app', path).replaceAll('\\', '/'),
);

describe('the style sheets that come with the page', () => {
  it('are those of every part and every screen', () => {
    const all = globSync('{app,features,ui}/**/*.css', { cwd: renderer }).map((path) => path.replaceAll('\\', '/'));
    expect(listed.toSorted()).toEqual(all.toSorted());
  });

  it('come in the order in which one may overrule another: parts, frame, screens', () => {
    const places = listed.map((path) => ['ui', 'app', 'features'].indexOf(path.split('/')[0] ?? ''));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});
