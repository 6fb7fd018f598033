import { useState } from 'react';
import type { NetworkStatus } from '../../../shared/contract/network.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useNetworkPanel } from './network-state.ts';
import { proxyProblem } from './proxy-address.ts';
import { useNetworkCommand } from './use-network-command.ts';

const CHOICES = ['system', 'none', 'own'] as const;
type Choice = (typeof CHOICES)[number];

type Setting = Pick<NetworkStatus, 'proxy' | 'systemIs'>;

const choiceOf = (proxy: string): Choice => CHOICES.find((one) => one === proxy) ?? 'own';

/** The setting in a few words. */
const settingWords = ({ proxy, systemIs }: Setting): string =>
  proxy === 'system' ? t(`network.set-${systemIs}`) : proxy === 'none' ? t('network.set-none') : proxy;

function ProxyForm({ status, onDone }: { readonly status: Setting; readonly onDone: () => void }) {
  const toast = useToast((state) => state.show);
  const before = choiceOf(status.proxy);
  const [choice, setChoice] = useState(before);
  const [address, setAddress] = useState(before === 'own' ? status.proxy : '');
  const [wasRefused, setRefused] = useState(false);
  const save = useNetworkCommand('network.set', () => {
    toast(t('network.proxy-saved'));
    onDone();
  });
  const found = choice === 'own' ? proxyProblem(address) : undefined;
  // Half an address is no mistake yet: it is said once somebody tried to save it.
  const problem = found !== undefined && wasRefused ? t(`network.proxy-wrong-${found}`) : undefined;
  const submit = (): void => {
    setRefused(found !== undefined);
    if (found === undefined && !save.isPending) save.mutate({ proxy: choice === 'own' ? address.trim() : choice });
  };
  return (
    <form
      className="form is-stacked network-form"
      aria-label={t('network.proxy')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RadioFields
        legend={t('network.proxy')}
        isLegendHidden
        name="proxy"
        selected={choice}
        onSelect={setChoice}
        options={[
          {
            id: 'system',
            label: t(`network.choose-${status.systemIs}`),
            note: t(`network.choose-${status.systemIs}-note`),
          },
          { id: 'none', label: t('network.choose-none'), note: t('network.choose-none-note') },
          { id: 'own', label: t('network.choose-own'), note: t('network.choose-own-note') },
        ]}
      />
      {choice === 'own' && (
        <TextField
          label={t('network.proxy-address')}
          value={address}
          maxLength={300}
          isRequired
          takesFocus={before !== 'own'}
          placeholder={t('network.proxy-example')}
          onChange={setAddress}
          note={t('network.proxy-note')}
          problem={problem}
        />
      )}
      {save.error && <Notice {...errorWords(save.error)} />}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={save.isPending}>
          {t('network.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('part.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Which way is taken: the system's, none but the straight one, or one proxy for everything. */
export function ProxySetting({ status }: { readonly status: Setting }) {
  const { editing, open, close } = useNetworkPanel();
  if (editing === 'proxy') return <ProxyForm status={status} onDone={close} />;
  return (
    <div className="network-line">
      <span className="network-label">{t('network.proxy')}</span>
      <span className="grow selectable network-value">{settingWords(status)}</span>
      <Button onPress={() => open('proxy')}>{t('network.change')}</Button>
    </div>
  );
}
