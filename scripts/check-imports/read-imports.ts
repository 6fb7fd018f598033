import { parseSync, Visitor } from 'oxc-parser';

/** One mention of another module in a source file. */
export interface ImportReference {
  /** The module as written, or the expression where it is computed. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  readonly kind: 'import' | 'worker' | 'computed';
  /** Whether the mention disappears when the types are stripped. */
  readonly typeOnly: boolean;
}

/** What one source file mentions, and what shape it has. */
export interface SourceFile {
  /** Relative to `src/`, with `/`. */
  readonly path: string;
  readonly imports: readonly ImportReference[];
  /** Whether the file has exports, and none of its own. */
  readonly barrel: boolean;
  /** The first syntax error, where the file could not be parsed. */
  readonly syntaxError?: string;
}

type ParsedProgram = ReturnType<typeof parseSync>['program'];
type ProgramStatement = ParsedProgram['body'][number];

/** The little of a node that is looked at when following calls; its other fields depend on its type. */
interface LooseNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/**
 * Returns every module that a file mentions: imports, re-exports, `import()`, `import('x').Type`, `require`,
 * `import.meta.resolve`, and addresses of code made with `new URL(…, import.meta.url)`.
 */
export function readImports(path: string, source: string): SourceFile {
  const { program, errors } = parseSync(path, source);
  const [error] = errors;
  if (error !== undefined) return { path, imports: [], barrel: false, syntaxError: error.message };

  const lineOf = lineFinder(source);
  const imports: ImportReference[] = [];
  const add = (start: number, specifier: string, kind: ImportReference['kind'], typeOnly: boolean): void => {
    imports.push({ specifier, line: lineOf(start), kind, typeOnly });
  };
  const addExpression = (node: LooseNode): void => {
    const literal = literalText(node);
    if (literal === undefined) add(node.start, source.slice(node.start, node.end), 'computed', false);
    else add(node.start, literal, 'import', false);
  };

  new Visitor({
    ImportDeclaration(node) {
      const typeOnly =
        node.importKind === 'type' ||
        (node.specifiers.length > 0 &&
          node.specifiers.every((part) => part.type === 'ImportSpecifier' && part.importKind === 'type'));
      add(node.start, node.source.value, 'import', typeOnly);
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node.start, node.source.value, 'import', node.exportKind === 'type');
    },
    ExportAllDeclaration(node) {
      add(node.start, node.source.value, 'import', node.exportKind === 'type');
    },
    TSImportType(node) {
      add(node.start, node.source.value, 'import', true);
    },
    ImportExpression(node) {
      addExpression(loose(node.source));
    },
    CallExpression(node) {
      const [argument] = node.arguments;
      if (argument === undefined) return;
      const callee = source.slice(node.callee.start, node.callee.end);
      if (/^(?:require|require\.resolve|import\.meta\.resolve)$/.test(callee)) addExpression(loose(argument));
      // Vite's glob takes in files that no table could see.
      if (callee === 'import.meta.glob') add(node.start, source.slice(node.start, node.end), 'computed', false);
    },
    NewExpression(node) {
      const [address, base] = node.arguments;
      if (address === undefined || base === undefined) return;
      if (source.slice(node.callee.start, node.callee.end) !== 'URL') return;
      if (source.slice(base.start, base.end) !== 'import.meta.url') return;
      const text = literalText(loose(address));
      if (text === undefined) return;
      if (!/\.[cm]?[jt]sx?$/.test(text)) return;
      // Bundlers also resolve package files this way; those follow the package rules.
      add(node.start, text, text.startsWith('.') ? 'worker' : 'import', false);
    },
  }).visit(program);

  imports.sort((left, right) => left.line - right.line);
  return { path, imports, barrel: isBarrel(program.body) };
}

function loose(node: object): LooseNode {
  // The syntax tree's own union has some two hundred members; only fields checked at run time are read from here on.
  return node as LooseNode;
}

function literalText(node: LooseNode): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis']) || node['quasis'].length !== 1) {
    return undefined;
  }
  const [part]: { readonly value?: { readonly cooked?: string | null } }[] = node['quasis'];
  return part?.value?.cooked ?? undefined;
}

function isBarrel(body: readonly ProgramStatement[]): boolean {
  let exportsSomething = false;
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') continue;
    if (statement.type === 'ExportAllDeclaration') exportsSomething = true;
    else if (statement.type === 'ExportNamedDeclaration' && statement.declaration === null) {
      exportsSomething ||= statement.specifiers.length > 0;
    } else return false;
  }
  return exportsSomething;
}

function lineFinder(source: string): (offset: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
}
