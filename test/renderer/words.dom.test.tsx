import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { lengthenMessage } from '../../src/renderer/lib/pseudo-locale.ts';
import { isMessageKey, t, wordOf } from '../../src/renderer/lib/words.ts';
import { ERROR_CODES } from '../../src/shared/errors/codes.ts';
import { en } from '../../src/shared/messages/en.ts';

const sources = import.meta.glob<string>(
  ['../../src/renderer/**/*.{ts,tsx}', '../../src/main/{desktop,sign-in}/*.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const allSource = Object.values(sources).join('\n');

const escape = (text: string): string => text.replaceAll('.', String.raw`\.`);

/** Keys that are made of a value: `t(`outbox.state-${state}`)` and `wordOf('outbox.field.', field, …)`. */
const families: readonly RegExp[] = [
  ...[...allSource.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^}]+\}([\w.-]*)`/g)].map(
    ([, before = '', after = '']) => new RegExp(`^${escape(before)}[\\w.-]+${escape(after)}$`),
  ),
  ...[...allSource.matchAll(/`error\.\$\{code\}/g)].map(() => /^error\./),
  ...[...allSource.matchAll(/wordOf\('([\w.-]+)'/g)].map(([, prefix = '']) => new RegExp(`^${escape(prefix)}`)),
  ...[...allSource.matchAll(/`(\w+)\.\$\{[^}]+\}\.(\w+)`/g)].map(
    ([, area = '', part = '']) => new RegExp(`^${area}\\.[\\w-]+\\.${part}$`),
  ),
];

describe('the message catalogue', () => {
  it.each(Object.entries(en))('holds a message that can be read: %s', (_, message) => {
    expect(() => new IntlMessageFormat(message, 'en')).not.toThrow();
  });

  it.each(ERROR_CODES)('has what, data and do for %s', (code) => {
    expect(['what', 'data', 'do'].filter((part) => !isMessageKey(`error.${code}.${part}`))).toEqual([]);
  });

  it('holds no word that no screen, menu or box shows', () => {
    const unused = Object.keys(en).filter(
      (key) =>
        !families.some((family) => family.test(key)) &&
        !allSource.includes(`'${key}'`) &&
        !allSource.includes(`"${key}"`),
    );
    expect(families.length).toBeGreaterThan(20);
    expect(unused).toEqual([]);
  });
});

describe('t', () => {
  it('chooses the plural', () => {
    expect(t('audits.count', { count: 1 })).toBe('1 audit');
    expect(t('audits.count', { count: 1200 })).toBe('1,200 audits');
  });

  it('leaves the text of a vendor as it came', () => {
    expect(t('state.unknown-value.text', { name: 'MonitorQA', value: '<b>{x}</b>' })).toContain('<b>{x}</b>');
  });

  it('says so when a value is missing', () => {
    expect(() => t('audits.kind')).toThrow(/vendor/);
  });
});

describe('wordOf', () => {
  it('shows a value it does not know in quotes', () => {
    expect(wordOf('audits.status.', 'paused', 'audits.status.unknown')).toBe('“paused”');
  });
});

describe('lengthenMessage', () => {
  const literals = (ast: ReturnType<typeof lengthenMessage>): number =>
    ast.reduce((sum, element) => sum + (element.type === 0 ? element.value.trim().length : 0), 0);

  it('makes every message at least 40 % longer', () => {
    const short = Object.values(en).filter((message) => {
      const plain = new IntlMessageFormat(message, 'en').getAst();
      return literals(lengthenMessage(plain)) < literals(plain) * 1.4;
    });
    expect(short).toEqual([]);
  });

  it('keeps the values', () => {
    const lengthened = lengthenMessage(new IntlMessageFormat('Read {when}', 'en').getAst());
    expect(new IntlMessageFormat(lengthened, 'en').format({ when: '06:48' })).toContain('06:48');
  });
});
