import type { Machine, SystemNeed } from './table.ts';

/** What is to be done about a need. */
export type NeedDecision =
  | { readonly state: 'present'; readonly path: string }
  | { readonly state: 'installable'; readonly packages: readonly string[] }
  | { readonly state: 'missing'; readonly reason: string };

/** Returns what is to be done about a need on a machine: nothing, an installation, or to do without and say why. */
export function decideNeed(need: SystemNeed, machine: Machine): NeedDecision {
  const path = need.find(machine);
  if (path !== undefined) return { state: 'present', path };
  if (machine.mayInstall) return { state: 'installable', packages: need.packages };
  return { state: 'missing', reason: missingReason(need) };
}

/** Returns why tests are skipped without this need and how to get it. */
export function missingReason(need: SystemNeed): string {
  return `${need.name} is not on this machine: ${need.advice}`;
}
