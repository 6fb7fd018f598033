import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { SignInOption } from '../../../shared/contract/sign-in.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { TextField } from '../../ui/fields/text-field.tsx';
import { AddressNote, OtherAddresses } from './address-field.tsx';
import type { SignInValues } from './sign-in-state.ts';

/** The highest port there is. */
const LAST_PORT = 65_535;

/** The port that was entered: 0, any free one, where the field is empty. Undefined for what is no port. */
export function portOf(text: string): number | undefined {
  const digits = text.trim();
  if (digits === '') return 0;
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : undefined;
  return port !== undefined && port <= LAST_PORT ? port : undefined;
}

/** Where the browser comes back to, as an administrator registers it. */
function redirectWords({ redirectUri }: SignInOption, text: string): string {
  const port = portOf(text);
  if (port === undefined) return t('connections.sign-in-port-wrong');
  if (port === 0) return t('connections.sign-in-port-any', { address: redirectUri.replace('{port}', '…') });
  return t('connections.sign-in-port-note', { address: redirectUri.replace('{port}', String(port)) });
}

interface SignInFieldsProps {
  readonly option: SignInOption;
  readonly values: SignInValues;
  readonly onChange: (change: Partial<SignInValues>) => void;
  /** A new account has an address yet to be chosen. */
  readonly isNew: boolean;
  readonly problems: ReadonlyMap<string, string>;
  readonly takesFocus: boolean;
}

/** What a sign-in needs to know: the organization's client, where to sign in, and, rarely, more. */
export function SignInFields({ option, values, onChange, isNew, problems, takesFocus }: SignInFieldsProps) {
  const [isOpened, setOpened] = useState(false);
  const id = useId();
  const { clientId, lobby, redirectPort, url } = values;
  const vendor = vendorName(option.vendor);
  const hasHidden = problems.has('redirectPort') || problems.has('url');
  const isOpen = isOpened || hasHidden;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <TextField
        label={t('connections.sign-in-client')}
        value={clientId}
        maxLength={200}
        isRequired
        takesFocus={takesFocus}
        onChange={(next) => onChange({ clientId: next })}
        note={t('connections.sign-in-client-note', { vendor })}
        problem={problems.get('clientId')}
      />
      <TextField
        label={t('connections.sign-in-lobby')}
        type="url"
        value={lobby}
        maxLength={500}
        isRequired
        suggestions={option.lobbies}
        onChange={(next) => onChange({ lobby: next })}
        note={lobby === option.lobbies[0] ? t('connections.sign-in-lobby-usual') : <AddressNote address={lobby} />}
        problem={problems.get('lobby')}
      />
      <OtherAddresses
        words={t('connections.sign-in-lobby-other')}
        addresses={option.lobbies.filter((one) => one !== lobby)}
        onChoose={(next) => onChange({ lobby: next })}
      />
      <div className="form-row">
        <div className="form-wide">
          <button
            type="button"
            className="link may-not-toggle"
            aria-expanded={isOpen}
            aria-controls={id}
            disabled={hasHidden}
            onClick={() => setOpened(!isOpen)}
          >
            <Chevron className="icon icon-14" aria-hidden="true" />
            {t('connections.sign-in-more')}
          </button>
        </div>
      </div>
      {isOpen && (
        <div id={id} className="sign-in-more">
          <TextField
            label={t('connections.sign-in-port')}
            inputMode="numeric"
            value={redirectPort}
            maxLength={5}
            onChange={(next) => onChange({ redirectPort: next })}
            note={redirectWords(option, redirectPort)}
            problem={problems.get('redirectPort')}
          />
          {isNew && (
            <TextField
              label={t('connections.address')}
              type="url"
              value={url}
              maxLength={500}
              isRequired
              onChange={(next) => onChange({ url: next })}
              note={url === option.url ? t('connections.sign-in-url', { vendor }) : <AddressNote address={url} />}
              problem={problems.get('url')}
            />
          )}
        </div>
      )}
    </>
  );
}
