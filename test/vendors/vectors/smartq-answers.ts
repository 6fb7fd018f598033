import type { Vector } from './vector.ts';

/** The correction of an answer that the document does not show. */
export const NO_ANSWER =
  'The document shows no answer. This one is the envelope of "About this Guide" around the properties that the section ' +
  'names, with an id.';

/** The correction where not even the request is shown, but the method, the path and the properties. */
export const NO_EXAMPLE = `The section has no example; ids and texts are those of others. ${NO_ANSWER}`;

/** A successful answer: `data` in the envelope. */
export const answers = (data: unknown): Pick<Vector, 'answer'> => ({
  answer: { status: 200, body: { error: null, data } },
});

/** A list's answer, in the form that clients were seen to read. */
export const answersList = (...items: readonly unknown[]): Pick<Vector, 'answer'> => answers({ items });

/** What a deletion answers with: nothing is known of it but the envelope. */
export const deleted = answers(true);
