import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/main/vendors/core/retry-after.ts';
import { decideRetry } from '../../src/main/vendors/core/retry.ts';
import type { VendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { hostileFaults } from '../support/hostile-faults.ts';
import { openHarness, type HostileHarness } from '../support/hostile-harness.ts';
import type { HostileFault, Outcome } from '../support/hostile-outcomes.ts';
import { hostileRefusals, playRefusal, type HostileRefusal } from '../support/hostile-refusals.ts';
import { playRight } from '../support/hostile-server.ts';
import { hostileSubjects, outcomeOf, type HostileSubject } from '../support/hostile-subjects.ts';

/** Nobody waits longer than this for a second try, in milliseconds. */
const PATIENCE = 60_000;

/** Anything thrown that has these facts among others. */
const thrownLike = (facts: object): unknown => expect.objectContaining(facts);

const anyTries: unknown = expect.toSatisfy((requests: number) => requests >= 1 && requests <= 4);

/** What must be seen of a fault, as `meet` tells it. */
function expected(outcome: Outcome, { rightly }: HostileHarness): unknown {
  // The vendor is well again, and so is the connection: the next call is answered with its own answer.
  const after = { isPatient: true, leftovers: [], again: { data: rightly, requests: 1 } };
  if ('code' in outcome) {
    const { tries = 1, ...error } = outcome;
    return { end: { thrown: thrownLike(error) }, requests: tries === 'some' ? anyTries : tries, ...after };
  }
  const unseen: unknown = expect.any(Buffer);
  const end = { data: 'empty' in outcome ? null : 'unseen' in outcome ? unseen : rightly };
  return { end, requests: 'taken' in outcome ? outcome.taken : 1, ...after };
}

/** Has a call meet a fault; answers how it ended, what it cost, what it left behind, and how the next call went. */
async function meet(harness: HostileHarness, { play, warm }: Pick<HostileFault, 'play' | 'warm'>) {
  const { server, waits, call, callAgain, leftovers } = harness;
  server.play(playRight);
  if (warm) await call();
  waits.length = 0;
  server.play(play);
  const end = await call();
  const requests = server.seen.length;
  const isPatient = Math.max(0, ...waits) <= PATIENCE;
  return { end, requests, isPatient, leftovers: await leftovers(end), again: await callAgain() };
}

const applied = (subject: HostileSubject) =>
  hostileFaults.flatMap((fault) => {
    const outcome = outcomeOf(subject, fault);
    return outcome === undefined ? [] : [{ ...fault, subject, outcome, what: `${subject.method} of ${subject.name}` }];
  });

const cases = hostileSubjects.flatMap(applied);

describe.concurrent('hostile answers (R6): silence', () => {
  it.each(cases.filter(({ silent }) => silent))('$what: $name', async ({ subject, outcome, ...fault }) => {
    const harness = await openHarness(subject);
    try {
      expect(await meet(harness, fault)).toEqual(expected(outcome, harness));
    } finally {
      await harness.close();
    }
  });
});

/** What the vendor's own classifier says of a refusal, and how often a call is then made. */
function judge({ vendor, vector, row }: HostileSubject, refusal: HostileRefusal) {
  const { contentType, headers } = refusal;
  const wait = headers.find((header) => header.startsWith('retry-after'))?.slice('retry-after: '.length);
  const retryAfterMs = parseRetryAfter(wait, Date.UTC(2026, 0, 1));
  const text = refusal.text.slice(0, 65_536);
  const { operation } = vector;
  const error = vendor.definition.classify({ operation, status: refusal.status, contentType, text, retryAfterMs });
  // Where an envelope tells another status than HTTP, the vendor means that one.
  const { code, sent, status } = error;
  const isTriedAfter = (attempt: number): boolean => {
    const failed = { effect: row.effect, code, status, sent, retryAfterMs: error.retryAfterMs, attempt, random: 0.5 };
    return decideRetry(failed).kind === 'again';
  };
  let tries = 1;
  while (isTriedAfter(tries)) tries += 1;
  // A second path is tried where there is nothing at the first.
  const isNotThere = code === 'not-at-vendor' || status === 405 || /^40[45]$/.test(error.vendorCode ?? '');
  return { code, status, tries: row.otherPath !== undefined && isNotThere ? tries * 2 : tries };
}

describe.each(hostileSubjects)('hostile answers (R6): $method of $name', (subject) => {
  let harness: HostileHarness;
  beforeAll(async () => {
    harness = await openHarness(subject);
  });
  afterAll(() => harness.close());

  it.each(applied(subject).filter(({ silent }) => !silent))('$name', async ({ outcome, ...fault }) => {
    expect(await meet(harness, fault)).toEqual(expected(outcome, harness));
  });

  it.each(hostileRefusals)('$name', async (refusal) => {
    // Its clock begins anew: a wait until a date is counted from there.
    const own = await openHarness(subject);
    try {
      const { code, status, tries } = judge(subject, refusal);
      const met = await meet(own, { play: playRefusal(refusal) });
      expect(met).toEqual(expected({ code, status, sent: 'yes', tries }, own));
      const { vendorText } = (met.end as { readonly thrown: VendorError }).thrown;
      expect((vendorText ?? '').length).toBeLessThanOrEqual(300);
    } finally {
      await own.close();
    }
  });

  it('a refusal that quotes what it was sent', async () => {
    harness.server.play((socket, right, turn) => {
      // The last word of each header, without the names and schemes by which a credential is known.
      const message = turn.head.replace(/^.*[: ]/gm, 'You sent ');
      const text = JSON.stringify({ message, error: { code: 422, message } });
      const refusal = { name: '', status: 422, contentType: 'application/json', text, headers: [] };
      playRefusal(refusal)(socket, right, turn);
    });
    const end = await harness.call();
    expect(end).toMatchObject({ thrown: { status: 422 } });
    expect(await harness.leftovers(end)).toEqual([]);
  });

  it('a storm of 401: each call is told once, and none is made again', async () => {
    const refusal = { name: '', status: 401, contentType: '', text: '', headers: [] };
    harness.server.play(playRefusal(refusal));
    const { code } = judge(subject, refusal);
    // One file after another: they are saved under one name.
    const calls = subject.method === 'file' ? 1 : 20;
    const ends = await Promise.all(Array.from({ length: calls }, () => harness.call()));
    for (const end of ends) expect(end).toMatchObject({ thrown: { code, status: 401 } });
    expect(harness.server.seen).toHaveLength(calls);
  });

  it.each([
    [0, [250, 500, 1000]],
    [0.999, [500, 1000, 1999]],
  ])('waits that grow, and differ for callers that failed together (%d)', async (random, waits) => {
    const own = await openHarness(subject, random);
    try {
      own.server.play((socket) => socket.destroy());
      await own.call();
      // A lane that is asked for an even pace waits for that too.
      const grown = new Set(own.waits.filter((ms) => waits.includes(ms)));
      expect([...grown]).toEqual(subject.method === 'write' ? [] : waits);
    } finally {
      await own.close();
    }
  });
});
