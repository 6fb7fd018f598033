import type { PersonRole, RecordPerson } from '../../../shared/model/record.ts';
import { answerMapping } from '../core/map-answer.ts';
import type { WireNamed } from './schemas/common.ts';

/** How MonitorQA’s maps refuse an answer of another form than the document's. */
export const { mapOrRefuse, unexpectedAnswer } = answerMapping('monitorqa');

/** MonitorQA itself, and an auditee who has no account, come with an id of zeros. */
const NOBODY = /^[0-]+$/;

/** Adds a person in a part they have in a record to `people`; nobody when there is no name. */
export function addPerson(people: RecordPerson[], wire: WireNamed | null, role: PersonRole): void {
  if (wire === null || wire.name === null) return;
  const vendorId = wire.id === null || NOBODY.test(wire.id) ? null : wire.id;
  people.push({ name: wire.name, role, vendorId, email: null });
}

/** The texts that are there, one per line. */
export function joinText(parts: readonly (string | null)[]): string {
  let joined: string | null = null;
  for (const part of parts) if (part !== null) joined = joined === null ? part : `${joined}\n${part}`;
  return joined ?? '';
}

/** The word for a number of the document, or what came, as text; null for nothing. */
export const wordFor = (words: readonly string[], value: string | null): string | null =>
  value === null ? null : (words[Number(value)] ?? value);

/** An answer as one text: its name and, where it says more, its text. */
export function answerText(
  answer: { readonly name: string | null; readonly text: string | null } | null,
): string | null {
  const { name = null, text = null } = answer ?? {};
  return name !== null && text !== null && name !== text ? `${name}: ${text}` : (name ?? text);
}
