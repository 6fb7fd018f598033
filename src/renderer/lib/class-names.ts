/** Class names that apply, joined: `classNames('row', selected && 'is-selected')`. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
