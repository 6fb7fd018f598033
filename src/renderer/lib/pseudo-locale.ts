import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** Text that reads the same, stands out and is at least 40 % longer. White space at its ends stays. */
function lengthenText(text: string): string {
  const core = text.trim();
  if (core === '') return text;
  const accented = core.replaceAll(/[aeiou]/g, (letter) => accents[letter] ?? letter);
  return text.replace(core, () => accented + '~'.repeat(Math.ceil(core.length * 0.4)));
}

/** The same message with every literal part longer; placeholders, plurals and choices stay what they are. */
export function lengthenMessage(ast: Ast): Ast {
  return ast.map((element): Element => {
    const copy = { ...element } as Element & { value?: unknown; options?: unknown; children?: unknown };
    if (copy.type === 0) return { ...copy, value: lengthenText(copy.value) };
    if (copy.type === 5 || copy.type === 6) {
      const options = Object.fromEntries(
        Object.entries(copy.options).map(([name, option]) => [
          name,
          { ...option, value: lengthenMessage(option.value) },
        ]),
      );
      return { ...copy, options };
    }
    return copy;
  });
}
