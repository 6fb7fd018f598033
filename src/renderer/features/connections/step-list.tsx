import { Check, Minus, X } from 'lucide-react';
import { t } from '../../lib/words.ts';
import type { TestStep } from './test-steps.ts';

const icons = { done: Check, failed: X, open: Minus } as const;

/** How far connecting came, step by step. */
export function StepList({ steps, vendor }: { readonly steps: readonly TestStep[]; readonly vendor: string }) {
  return (
    <ul className="steps" aria-label={t('connections.steps')}>
      {steps.map(({ name, state }) => {
        const Icon = icons[state];
        return (
          <li key={name} className={`is-${state}`}>
            <Icon className="icon icon-14" aria-hidden="true" />
            <span className="grow">{t(`connections.step-${name}`, { vendor })}</span>
            <span className="muted">{t(`connections.step-is-${state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
