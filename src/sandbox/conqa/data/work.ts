/** What a part of a building is like, which decides what kinds of work are done there. */
const placeKinds = ['ground', 'bare', 'floor', 'riser', 'roof'] as const;

/** Open ground, unfinished space such as a car park, a finished floor, a riser, or a roof. */
export type PlaceKind = (typeof placeKinds)[number];

/** Something that is found wrong at a checkpoint, and raised as an issue. */
type Defect = {
  readonly title: string;
  readonly description: string;
  /** The checkpoint it belongs to, from 0. */
  readonly checkpoint: number;
};

/** One kind of work with its inspection and test plan (ITP): what is checked, and what tends to be wrong. */
export type Work = {
  /** The number of its plan, from 1. */
  readonly number: number;
  readonly name: string;
  readonly discipline: string;
  /** Where it is done. */
  readonly places: readonly PlaceKind[];
  readonly checkpoints: readonly string[];
  readonly defects: readonly Defect[];
};

/**
 * Returns the kinds of work written as text, one thing per line, in this notation:
 *
 *     # name of the work | discipline | kinds of place
 *     - checkpoint
 *     ~ title of a defect at the checkpoint above -> its description
 *
 * @throws SyntaxError on a line that is none of these, and on a defect without a description.
 */
export const parseWorks = (text: string): readonly Work[] => {
  const works: Work[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const [mark, rest] = [line.charAt(0), line.slice(1).trim()];
    const work = works.at(-1);
    const fault = (): SyntaxError => new SyntaxError(`Not a line of a kind of work: ${line}`);
    if (mark === '#') {
      const [name, discipline, where] = rest.split(' | ');
      if (name === undefined || discipline === undefined || where === undefined) throw fault();
      const places = placeKinds.filter((kind) => where.split(' ').includes(kind));
      works.push({ number: works.length + 1, name, discipline, places, checkpoints: [], defects: [] });
    } else if (work !== undefined && mark === '-') {
      works[works.length - 1] = { ...work, checkpoints: [...work.checkpoints, rest] };
    } else if (work !== undefined && mark === '~' && work.checkpoints.length > 0) {
      const [title, description] = rest.split(' -> ');
      if (title === undefined || description === undefined) throw fault();
      const defect = { title, description, checkpoint: work.checkpoints.length - 1 };
      works[works.length - 1] = { ...work, defects: [...work.defects, defect] };
    } else throw fault();
  }
  return works;
};
