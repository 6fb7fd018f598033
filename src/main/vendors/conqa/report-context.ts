import { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { PlannedCall } from '../core/operation.ts';

/** Our own part of a context; whatever else is in it is the person's. */
const OURS = 'plumbline';

const reportId = z.string().regex(/^[\w-]{8,64}$/);

const contextShape = z.looseObject({ [OURS]: z.looseObject({ report: reportId }) });

/**
 * The `context` that a report is started with: `given`, and our own id in it. The start answers with no id, and the
 * webhook that hears of a finished report may not even name the project: this is all there is to know it by. Throws
 * AppError `bad-input` for an id that is not 8 to 64 letters, digits, `-` or `_`.
 */
export function reportContext(id: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  if (!reportId.safeParse(id).success) {
    throw new AppError('bad-input', 'This is no id of a report.', { data: { field: 'id' } });
  }
  return { ...given, [OURS]: { report: id } };
}

/**
 * Our id in a context that came back; null where it has none. Anybody may call a webhook: an id that was never sent
 * means nothing, so compare it with those that were.
 */
export const readReportContext = (context: unknown): string | null =>
  contextShape.safeParse(context).data?.[OURS].report ?? null;

/** The call that starts a report on a checklist, known by `id` when it comes back. Throws as `reportContext` does. */
export const startReportCall = (projectId: string, checklistId: string, id: string): PlannedCall => ({
  operation: 'startReport',
  params: { path: { projectId }, body: { checklistId, context: reportContext(id) } },
});
