import { Agent, Dispatcher, errors } from 'undici';
import { proxyAddress, type ProxyPlace } from '../platform/proxy-port.ts';
import { isSameSecret, type Network } from './network.ts';
import { passOn } from './pass-on.ts';
import type { ProxySecret } from './proxy-address.ts';
import { findProxyFailure, ProxyFailure } from './proxy-failure.ts';
import { createSocksAgent } from './socks-agent.ts';
import type { Trust } from './trust.ts';
import { createTunnelAgent } from './tunnel-agent.ts';

/** How long a proxy may take for each of its steps, in milliseconds. */
const PROXY_TIMEOUT = 15_000;

/** One way out that is open, and what it was made with. */
interface Line {
  readonly agent: Dispatcher;
  readonly trust: Trust;
  readonly secret: ProxySecret | undefined;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('Not an error was thrown.'));

/** Tells a handler of a request that was never begun. */
function refuse(handler: Dispatcher.DispatchHandler, error: Error): void {
  const controller: Dispatcher.DispatchController = {
    aborted: true,
    paused: false,
    reason: error,
    abort: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  };
  handler.onResponseError?.(controller, error);
}

/**
 * The one dispatcher: for each request it asks the network for the way to its origin and hands the request to the
 * agent of that way. Agents are made when they are first needed, keep their connections, and are let go (what is under
 * way on them ends in peace) when the proxy's password or the authorities have changed. A class because undici's is.
 */
export class RoutedDispatcher extends Dispatcher {
  readonly #network: Network;
  readonly #timeoutMs: number;
  /** For plain http without a proxy, which needs nobody's trust. */
  readonly #plain = new Agent({ allowH2: false });
  readonly #lines = new Map<string, Line>();
  #isClosed = false;

  constructor(network: Network, timeoutMs: number = PROXY_TIMEOUT) {
    super();
    this.#network = network;
    this.#timeoutMs = timeoutMs;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.#go(options, handler).catch((thrown: unknown) => refuse(handler, asError(thrown)));
    return true;
  }

  override async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#agents().map((agent) => agent.close()));
  }

  override async destroy(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#agents().map((agent) => agent.destroy()));
  }

  #agents(): readonly Dispatcher[] {
    return [this.#plain, ...[...this.#lines.values()].map(({ agent }) => agent)];
  }

  async #go(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): Promise<void> {
    const url = new URL(String(options.origin));
    const { rule } = await this.#network.routeOf(url);
    if (rule.kind === 'unsupported') throw new ProxyFailure({ reason: 'not-supported', address: rule.name });
    if (rule.kind === 'direct') {
      const agent = url.protocol === 'https:' ? this.#line('direct', await this.#network.trust()).agent : this.#plain;
      this.#refuseClosed();
      agent.dispatch(options, handler);
      return;
    }
    const [trust, secret] = await Promise.all([this.#network.trust(), this.#network.secretOf(proxyAddress(rule))]);
    this.#refuseClosed();
    this.#line(rule, trust, secret).agent.dispatch(
      options,
      passOn(handler, {
        onResponseError: (controller, error) => {
          const failure = findProxyFailure(error);
          if (failure !== undefined) this.#network.failed(failure, secret);
          handler.onResponseError?.(controller, error);
        },
      }),
    );
  }

  #refuseClosed(): void {
    if (this.#isClosed) throw new errors.ClientDestroyedError();
  }

  /** The open way by this rule; a new one where there is none, or what it was made with is another. */
  #line(rule: ProxyPlace | 'direct', trust: Trust, secret?: ProxySecret): Line {
    const name = rule === 'direct' ? rule : proxyAddress(rule);
    const known = this.#lines.get(name);
    if (known !== undefined && known.trust === trust && isSameSecret(known.secret, secret)) return known;
    const made = { agent: this.#makeAgent(rule, trust, secret), trust, secret };
    this.#lines.set(name, made);
    // What is under way is answered before the former one ends.
    known?.agent.close().catch(() => undefined);
    return made;
  }

  #makeAgent(rule: ProxyPlace | 'direct', { context }: Trust, secret: ProxySecret | undefined): Dispatcher {
    if (rule === 'direct') return new Agent({ allowH2: false, connect: { secureContext: context } });
    const onPassed = (): void => this.#network.passed(proxyAddress(rule));
    const parts = { place: rule, secret, context, onPassed, timeoutMs: this.#timeoutMs };
    return rule.kind === 'socks5' ? createSocksAgent(parts) : createTunnelAgent(parts);
  }
}
