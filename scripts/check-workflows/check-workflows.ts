import { readdir, readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const { NoOperationTraceWriter, parseWorkflow } = await loadParser();

/**
 * Returns what GitHub's own parser has to say against a workflow: one line for each fault, with the place in the file.
 * It knows the schema and the expressions, not which actions exist.
 */
export function checkWorkflow(name: string, content: string): readonly string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map((error) => {
    const start = error.range?.start;
    const place = start === undefined ? '' : `:${start.line}:${start.column}`;
    return `${name}${place} ${error.rawMessage}`;
  });
}

/** Returns the faults of every workflow in a folder, and one fault where there is no workflow at all. */
export async function checkWorkflowFolder(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (names.length === 0) return [`${folder} holds no workflow`];
  const faults = await Promise.all(
    names.map(async (name) => checkWorkflow(name, await readFile(join(folder, name), 'utf8'))),
  );
  return faults.flat();
}

/** Loads the parser, whose package imports its JSON schemas without saying that they are JSON, as Node demands. */
async function loadParser(): Promise<typeof import('@actions/workflow-parser')> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      return resolved.url.endsWith('.json') ? { ...resolved, importAttributes: { type: 'json' } } : resolved;
    },
  });
  try {
    return await import('@actions/workflow-parser');
  } finally {
    hooks.deregister();
  }
}
