import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>('../../src/renderer/**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'what',
  'data',
  'todo',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [name: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one);
  else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* nodesIn(child);
  }
}

const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '');
const wordsIn = (text: unknown): boolean => typeof text === 'string' && /\p{L}{2,}/u.test(text);

/** Words in a file that a person would read and that do not come from the catalogue, with their lines. */
export function findLiterals(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const report = (node: Node, text: unknown): void => {
    found.push(`${file}:${source.slice(0, node.start).split('\n').length} ${String(text).trim()}`);
  };
  for (const node of nodesIn(parseSync(file, source).program)) {
    if (node.type === 'JSXText' && wordsIn(node['value'])) report(node, node['value']);
    if (node.type === 'JSXExpressionContainer' && isNode(node['expression'])) {
      const { expression } = node;
      if (isNode(expression) && expression.type === 'TemplateLiteral') continue;
    }
    if (node.type !== 'JSXAttribute' || !SPOKEN.has(nameOf(node['name']))) continue;
    const { value } = node;
    const literal = isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value;
    if (isNode(literal) && literal.type === 'Literal' && wordsIn(literal['value'])) report(node, literal['value']);
  }
  return found;
}

describe('the screens', () => {
  it('take every word a person reads from the catalogue', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(30);
    const found = Object.entries(sources).flatMap(([file, source]) => findLiterals(file, source));
    expect(found).toEqual([]);
  });
});

describe('findLiterals', () => {
  it.each([
    ['<p>Some words</p>', 'Some words'],
    ['<button aria-label="Close" />', 'Close'],
    ["<input placeholder={'Filter'} />", 'Filter'],
    ['<p>\n  Nothing here\n</p>', 'Nothing here'],
  ])('finds %s', (jsx, words) => {
    expect(findLiterals('x.tsx', `export const X = () => ${jsx};`)).toEqual([expect.stringContaining(words)]);
  });

  it.each(['<p>{t("key")}</p>', '<p className="some words" />', '<i>·</i>'])('leaves %s alone', (jsx) => {
    expect(findLiterals('x.tsx', `export const X = () => ${jsx};`)).toEqual([]);
  });
});
