import { Check, Copy, LoaderCircle, Minus, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { useIsDesktop, vendorName } from '../../api/use-workspace.ts';
import { copyText } from '../../lib/copy.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { protectionOf } from './account-facts.ts';
import type { SignInRun, SignInStep } from './sign-in-state.ts';

const STEPS = ['in-browser', 'came-back', 'trying'] as const;
const icons = { done: Check, now: LoaderCircle, open: Minus } as const;

const stateAt = (index: number, step: SignInStep): keyof typeof icons => {
  const at = step === 'starting' ? 0 : STEPS.indexOf(step);
  return index < at ? 'done' : index === at ? 'now' : 'open';
};

/** The page to sign in at, as a link to follow; nothing but a web address is one. */
function PageLink({ address }: { readonly address: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  // The next thing to do, and what was pressed before it is gone.
  useEffect(() => link.current?.focus(), []);
  return (
    <a ref={link} className="button is-primary page-link" href={address} target="_blank" rel="noopener noreferrer">
      <ExternalLink className="icon icon-14" aria-hidden="true" />
      {t('connections.sign-in-open')}
    </a>
  );
}

/** A sign-in that is waited for: what happens now, the page to open, and a way out. */
export function SignInWaiting({ vendor, run }: { readonly vendor: Vendor; readonly run: SignInRun }) {
  const isDesktop = useIsDesktop();
  const toast = useToast((state) => state.show);
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.focus(), []);
  const { address, step } = run;
  const name = vendorName(vendor);
  const isInBrowser = step === 'starting' || step === 'in-browser';
  const isLink = address !== undefined && ['https', 'loopback'].includes(protectionOf(address));
  const copy = async (): Promise<void> => {
    if (address !== undefined && (await copyText(address))) toast(t('part.copied'));
  };
  return (
    <section
      ref={part}
      tabIndex={-1}
      className="sign-in-waiting"
      aria-label={t('connections.sign-in-waiting', { vendor: name })}
    >
      <div role="status">
        <p className="sign-in-title">
          {isInBrowser ? t('connections.sign-in-waiting', { vendor: name }) : t('connections.sign-in-finishing')}
        </p>
        {isInBrowser && <p>{isDesktop ? t('connections.sign-in-desktop') : t('connections.sign-in-page')}</p>}
      </div>
      <ul className="steps" aria-label={t('connections.sign-in-steps')}>
        {STEPS.map((one, index) => {
          const state = stateAt(index, step);
          const Icon = icons[state];
          return (
            <li key={one} className={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <Icon className={state === 'now' ? 'icon icon-14 step-glyph' : 'icon icon-14'} aria-hidden="true" />
              <span className="grow">{t(`connections.sign-in-step-${one}`, { vendor: name })}</span>
              <span className="muted">{t(`connections.sign-in-is-${state}`)}</span>
            </li>
          );
        })}
      </ul>
      <div className="sign-in-foot">
        {isInBrowser && isLink && !isDesktop && <PageLink address={address} />}
        {isInBrowser && isLink && (
          <Button icon={Copy} onPress={() => void copy()}>
            {t('connections.sign-in-copy')}
          </Button>
        )}
        <Button look="quiet" onPress={run.cancel}>
          {t('part.cancel')}
        </Button>
      </div>
    </section>
  );
}
