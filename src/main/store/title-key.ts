/** Marks that stand on a letter once it is decomposed: accents. */
const MARKS = /\p{M}+/gu;
const DIGITS = /\d+/g;
const LONGEST = 120;

/**
 * What a title is ordered by: capitals and accents do not count, and numbers go by their value ("Door 9" before
 * "Door 10"). Cut at 120 characters: what follows decides no order a person would notice.
 */
export function titleKey(title: string): string {
  return title
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(DIGITS, (digits) => digits.padStart(8, '0'))
    .trim();
}
