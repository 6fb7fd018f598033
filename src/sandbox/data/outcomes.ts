import { unit } from '../random.ts';
import type { Line, Template } from './template.ts';

/** How one line of a checklist was answered; `skipped` lines hang on a question that was answered No. */
export type Outcome = 'pass' | 'fail' | 'notApplicable' | 'yes' | 'no' | 'information' | 'section' | 'skipped';

/** Points won and to be won, over the lines that apply. */
export type Points = { readonly earned: number; readonly most: number };

/** At and above this score an audit is passed (per cent). */
export const passedThreshold = 70;

/** The bands of the company's score system; a value on a border belongs to the higher band. */
export const scoreBands = [
  { min: 0, label: 'Poor', color: '#dc3545' },
  { min: 50, label: 'Needs work', color: '#fd7e14' },
  { min: 70, label: 'Good', color: '#28a745' },
  { min: 90, label: 'Excellent', color: '#198754' },
] as const;

const channel = { care: 41, answer: 42, weakness: 43, applies: 44 } as const;

/** Returns how likely a line fails in this audit: on most sites a few, on a bad day many, and some lines again and again. */
const failureRate = (seed: number, slot: number, site: number, line: Line, template: number): number => {
  const care = unit(seed, slot, channel.care);
  const base = care < 0.6 ? 0.03 : care < 0.85 ? 0.12 : 0.4;
  const isWeakSpot = unit(seed, site, template * 64 + line.index, channel.weakness) < 0.06;
  return Math.min(0.85, base + (isWeakSpot ? 0.45 : 0) + (line.failNote === null ? -0.01 : 0.03));
};

/** Returns the outcome of every line, by line index. The same audit always gives the same answers. */
export const outcomesOf = (seed: number, slot: number, site: number, template: Template): readonly Outcome[] => {
  const outcomes: Outcome[] = [];
  for (const line of template.lines) {
    const parent = line.parent === null ? undefined : outcomes[line.parent];
    const lot = unit(seed, slot, line.index, channel.answer);
    if (line.kind === 'section') outcomes.push('section');
    else if (parent === 'no' || parent === 'skipped') outcomes.push('skipped');
    else if (line.kind === 'question') outcomes.push(lot < 0.55 ? 'yes' : 'no');
    else if (line.kind === 'text') outcomes.push('information');
    else if (line.kind !== 'signature' && !line.critical && unit(seed, slot, line.index, channel.applies) < 0.045) {
      outcomes.push('notApplicable');
    } else if (line.kind === 'signature') outcomes.push(lot < 0.02 ? 'fail' : 'pass');
    else outcomes.push(lot < failureRate(seed, slot, site, line, template.index) ? 'fail' : 'pass');
  }
  return outcomes;
};

/** Returns the points of the lines given; questions, sections and lines that do not apply count for nothing. */
export const pointsOf = (lines: readonly Line[], outcomes: readonly Outcome[]): Points => {
  let earned = 0;
  let most = 0;
  for (const line of lines) {
    const outcome = outcomes[line.index];
    if (line.points === null || (outcome !== 'pass' && outcome !== 'fail')) continue;
    most += line.points;
    if (outcome === 'pass') earned += line.points;
  }
  return { earned, most };
};

/** Returns the score in per cent with one decimal: points won of points to be won (score system type 0). */
export const scoreOf = ({ earned, most }: Points): number =>
  most === 0 ? 100 : Math.round((earned / most) * 1000) / 10;

/** Returns the band a score falls into. */
export const bandOf = (score: number): (typeof scoreBands)[number] =>
  scoreBands.findLast((band) => score >= band.min) ?? scoreBands[0];
