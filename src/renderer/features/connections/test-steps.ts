import type { ErrorCode } from '../../../shared/errors/codes.ts';

const STEPS = ['reached', 'answers', 'key', 'kept'] as const;
type StepName = (typeof STEPS)[number];

/** One step of connecting: done, failed, or not come to. */
export interface TestStep {
  readonly name: StepName;
  readonly state: 'done' | 'failed' | 'open';
}

/** Which step a failure belongs to. What is not listed says nothing about a step: nothing was tried. */
const failing: Partial<Readonly<Record<ErrorCode, StepName>>> = {
  offline: 'reached',
  'timed-out': 'reached',
  'insecure-address': 'reached',
  'certificate-expired': 'reached',
  'certificate-wrong-host': 'reached',
  'certificate-self-signed': 'reached',
  'certificate-unknown-authority': 'reached',
  'certificate-refused': 'reached',
  'tls-too-old': 'reached',
  'tls-failed': 'reached',
  'proxy-needs-sign-in': 'reached',
  'proxy-not-supported': 'reached',
  'proxy-refused': 'reached',
  'connection-lost': 'answers',
  'vendor-down': 'answers',
  'too-many-requests': 'answers',
  'redirect-refused': 'answers',
  'unexpected-answer': 'answers',
  'answer-too-large': 'answers',
  'not-at-vendor': 'answers',
  'refused-by-vendor': 'answers',
  'invalid-for-vendor': 'answers',
  'key-rejected': 'key',
  'not-permitted': 'key',
  'disk-full': 'kept',
  'disk-failed': 'kept',
  'disk-read-only': 'kept',
};

/**
 * How far a connecting came: every step before the one that failed is done, those after it were not tried. `failed`
 * undefined: all went well. Undefined for an error that belongs to no step.
 */
export function testSteps(failed: ErrorCode | undefined): readonly TestStep[] | undefined {
  if (failed === undefined) return STEPS.map((name) => ({ name, state: 'done' }));
  const step = failing[failed];
  if (step === undefined) return undefined;
  const at = STEPS.indexOf(step);
  return STEPS.map((name, index) => ({ name, state: index < at ? 'done' : index === at ? 'failed' : 'open' }));
}

/** Whether anything left this computer: then the key was used, and its field is emptied. */
export const wasKeyUsed = (failed: ErrorCode): boolean => {
  const step = failing[failed];
  return step !== undefined && step !== 'reached';
};

/** Whether something on the way to the vendor failed, a proxy or the protection, which the vendor knows nothing of. */
export const isOfTheWay = (failed: ErrorCode): boolean => /^(?:certificate|tls|proxy)-/.test(failed);
