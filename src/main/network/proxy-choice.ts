import type { Clock } from '../platform/clock.ts';
import { DIRECT, proxyAddress, type ProxyResolver, type ProxyRule } from '../platform/proxy-port.ts';
import { parseProxyAddress } from './proxy-address.ts';

/** How an origin is reached, and who says so. `loopback`: this computer itself, which no proxy is asked for. */
export interface Route {
  readonly rule: ProxyRule;
  readonly by: 'loopback' | 'setting' | 'system' | 'environment';
}

export interface ProxyChoiceParts {
  /** What the system, or the environment, says. */
  readonly resolve: ProxyResolver;
  readonly source: 'system' | 'environment';
  /** The person's own word: `system`, `none`, or the address of a proxy for everything. */
  readonly setting: () => Promise<string>;
  readonly isLoopback: (url: URL) => boolean;
  readonly clock: Clock;
}

/** Decides how origins are reached. */
export interface ProxyChoice {
  readonly routeOf: (url: URL) => Promise<Route>;
  /** The proxy could not be reached: where there is another way, that is taken for the next minute. */
  readonly failed: (address: string) => void;
  /** Forgets what was decided: the setting, or the network, is another. */
  readonly forget: () => void;
}

/** How long a decision holds, and how long a proxy that could not be reached is passed over. Milliseconds. */
const MINUTE = 60_000;

/** How long the system may look for its answer: a proxy script that cannot be fetched must not hold everything up. */
const PATIENCE = 10_000;

interface Decision {
  readonly by: Route['by'];
  readonly rules: readonly ProxyRule[];
}

/** The choice of proxies of one workspace; a decision is kept for a minute for each origin. */
export function createProxyChoice(parts: ProxyChoiceParts): ProxyChoice {
  const { resolve, source, setting, isLoopback, clock } = parts;
  const decisions = new Map<string, { readonly until: number; readonly decision: Promise<Decision> }>();
  const failures = new Map<string, number>();

  /** The system's answer; straight where it gives none in time or fails, as browsers do. */
  const ask = async (url: URL): Promise<readonly ProxyRule[]> => {
    const stop = new AbortController();
    const late = clock.wait(PATIENCE, stop.signal).then(
      () => [DIRECT],
      () => [DIRECT],
    );
    const answer = resolve(new URL(`${url.origin}/`)).catch(() => [DIRECT]);
    const rules = await Promise.race([answer, late]);
    stop.abort();
    return rules.length === 0 ? [DIRECT] : rules;
  };

  const decide = async (url: URL): Promise<Decision> => {
    const wanted = await setting();
    if (wanted === 'system') return { by: source, rules: await ask(url) };
    const named = wanted === 'none' ? undefined : parseProxyAddress(wanted);
    if (named === undefined) return { by: 'setting', rules: [DIRECT] };
    const rule: ProxyRule = 'unsupported' in named ? { kind: 'unsupported', name: named.unsupported } : named.place;
    return { by: 'setting', rules: [rule] };
  };

  const decisionFor = (url: URL): Promise<Decision> => {
    const known = decisions.get(url.origin);
    if (known !== undefined && clock.now() < known.until) return known.decision;
    const made = { until: clock.now() + MINUTE, decision: decide(url) };
    decisions.set(url.origin, made);
    made.decision.catch(() => {
      if (decisions.get(url.origin) === made) decisions.delete(url.origin);
    });
    return made.decision;
  };

  const isPassedOver = (rule: ProxyRule): boolean =>
    rule.kind !== 'direct' && rule.kind !== 'unsupported' && clock.now() < (failures.get(proxyAddress(rule)) ?? 0);

  return {
    routeOf: async (url) => {
      if (isLoopback(url)) return { rule: DIRECT, by: 'loopback' };
      const { by, rules } = await decisionFor(url);
      const usable = rules.filter(({ kind }) => kind !== 'unsupported');
      const rule = usable.find((one) => !isPassedOver(one)) ?? usable[0] ?? rules[0] ?? DIRECT;
      return { rule, by };
    },
    failed: (address) => void failures.set(address, clock.now() + MINUTE),
    forget: () => {
      decisions.clear();
      failures.clear();
    },
  };
}
