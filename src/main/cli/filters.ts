import { InvalidArgumentError, type Command } from 'commander';
import type { Input } from '../../shared/contract/index.ts';
import { KINDS, type Kind } from '../../shared/model/record.ts';
import { VENDORS, type Vendor } from '../../shared/model/vendor.ts';

/** The list filters as flags, the same on every command that takes a list. */
export interface FilterFlags {
  readonly kind?: Kind;
  readonly vendor?: Vendor;
  readonly connection?: string;
  readonly status?: string;
  readonly search?: string;
  readonly overdue?: boolean;
}

const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (value: string): Choice => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw new InvalidArgumentError(`One of: ${choices.join(', ')}.`);
    return found;
  };

/** A whole number of at least `least`, or commander's own error. */
export const wholeNumber =
  (least: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`A whole number from ${least}.`);
    return number;
  };

export const vendorFlag = oneOf(VENDORS);

/** Adds the filters to a command. */
export function withFilters(command: Command): Command {
  return command
    .option('--kind <kind>', 'audit, issue, ticket …', oneOf(KINDS))
    .option('--vendor <vendor>', VENDORS.join(', '), vendorFlag)
    .option('--connection <id>', 'one connection')
    .option('--status <status>', 'one status')
    .option('--search <text>', 'words, beginnings of words, or a number')
    .option('--overdue', 'only what is late');
}

/** The contract's filter that flags ask for; flags not given are left out. */
export function toFilter(flags: FilterFlags): NonNullable<Input<'reports.download'>['filter']> {
  return {
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.vendor === undefined ? {} : { vendor: flags.vendor }),
    ...(flags.connection === undefined ? {} : { connectionId: flags.connection }),
    ...(flags.status === undefined ? {} : { status: [flags.status] }),
    ...(flags.search === undefined ? {} : { search: flags.search }),
    ...(flags.overdue === undefined ? {} : { overdue: flags.overdue }),
  };
}
