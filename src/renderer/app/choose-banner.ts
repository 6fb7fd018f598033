import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import type { ConnectionHealth } from '../api/connection-health.ts';
import { codeWords } from '../api/error-words.ts';
import { connectionName, vendorName } from '../api/use-workspace.ts';
import { dayAndTime, formatLocale, shortMoment } from '../lib/dates.ts';
import type { ListStateFacts } from '../ui/list-states/list-state-facts.ts';

interface BannerFacts {
  readonly status: WorkspaceStatus;
  readonly health: readonly ConnectionHealth[];
  readonly zone: string;
  readonly now: Date;
  readonly dismissed: readonly string[];
  readonly onRetry: () => void;
  readonly onDismiss: (notice: string) => void;
  /** Goes to where a new key is entered for an account. */
  readonly onEnterKey: (connectionId: string) => void;
}

const names = (health: readonly ConnectionHealth[]): string =>
  new Intl.ListFormat(formatLocale, { type: 'conjunction' }).format(
    health.map(({ connection }) => vendorName(connection.vendor)),
  );

const oldest = (moments: readonly (string | null)[]): string | undefined =>
  moments.filter((moment) => moment !== null).toSorted()[0];

function dataAtRisk({ status, dismissed, onDismiss, zone, now }: BannerFacts): ListStateFacts | undefined {
  const { recovered } = status;
  if (recovered === null || dismissed.includes(recovered.at)) return undefined;
  const when = dayAndTime(recovered.at, zone, now);
  return { kind: 'recovered', how: recovered.how, when, onDismiss: () => onDismiss(recovered.at) };
}

function keyProblem({ health, zone, now, onEnterKey }: BannerFacts): ListStateFacts | undefined {
  const one = health.find(({ problem }) => problem === 'key-rejected' || problem === 'key-missing');
  if (one === undefined) return undefined;
  const asOf = one.asOf === null ? undefined : shortMoment(one.asOf, zone, now);
  const kind = one.problem === 'key-rejected' ? 'key-rejected' : 'key-missing';
  const name = connectionName(one.connection, health);
  return { kind, name, asOf, onEnter: () => onEnterKey(one.connection.id) };
}

function offline({ health, zone, now, onRetry }: BannerFacts): ListStateFacts | undefined {
  const out = health.filter(({ problem }) => problem === 'unreachable');
  if (out.length === 0 || out.length < health.length) return undefined;
  const asOf = oldest(out.map((one) => one.asOf));
  const since = oldest(out.map((one) => one.failedAt));
  return {
    kind: 'offline',
    name: names(out),
    since: since === undefined ? undefined : shortMoment(since, zone, now),
    asOf: asOf === undefined ? undefined : shortMoment(asOf, zone, now),
    onRetry,
  };
}

function partial({ health, onRetry }: BannerFacts): ListStateFacts | undefined {
  const failing = health.filter(({ problem }) => problem !== 'none');
  if (failing.length === 0) return undefined;
  const reasons = failing.map(({ connection, error }) => {
    const name = connectionName(connection, health);
    return codeWords(error?.code ?? 'offline', name).what;
  });
  return { kind: 'partial', fresh: health.length - failing.length, all: health.length, reasons, onRetry };
}

/**
 * The one banner of a screen, or none. Where several apply, the one that matters most for the person's data wins: data at
 * risk, a key problem, offline, partial.
 */
export const chooseBanner = (facts: BannerFacts): ListStateFacts | undefined =>
  dataAtRisk(facts) ?? keyProblem(facts) ?? offline(facts) ?? partial(facts);
