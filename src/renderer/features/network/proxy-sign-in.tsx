import { useRef, useState } from 'react';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useSecretCall } from '../../api/use-secret-call.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { SecretField } from '../../ui/fields/secret-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useShowStatus } from './use-network-command.ts';

interface ProxySignInProps {
  readonly proxy: string;
  readonly onDone: () => void;
}

/** A user's name at a proxy; the way it is sent puts a colon after it. */
const isUser = (user: string): boolean => /^[^:\p{Cc}]+$/u.test(user);

/** Name and password for one proxy. The password lives in its field, and goes to the keychain. */
export function ProxySignIn({ proxy, onDone }: ProxySignInProps) {
  const call = useCall();
  const show = useShowStatus();
  const toast = useToast((state) => state.show);
  const [user, setUser] = useState('');
  const password = useRef<HTMLInputElement>(null);
  const saving = useSecretCall();
  const isWrong = user !== '' && !isUser(user);
  const empty = (): void => {
    if (password.current !== null) password.current.value = '';
  };
  const submit = (): void => {
    if (!isUser(user) || saving.isPending) return;
    saving.run(
      () => call('network.setProxySecret', { proxy, secret: { user, password: password.current?.value ?? '' } }),
      (status) => {
        empty();
        show(status);
        toast(t('network.sign-in-kept'));
        onDone();
      },
      // It is not tried out here: a password that could not be kept is still the right one.
      () => undefined,
    );
  };
  return (
    <form
      className="form is-stacked network-form"
      aria-label={t('network.sign-in-title', { proxy })}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('network.user')}
        name="username"
        autoComplete="username"
        value={user}
        maxLength={255}
        isRequired
        takesFocus
        onChange={setUser}
        problem={isWrong ? t('network.user-wrong') : undefined}
      />
      <SecretField
        label={t('network.password')}
        field={password}
        isRequired={false}
        kind="password"
        onChange={() => undefined}
        note={proxy.startsWith('http:') ? t('network.password-open') : t('network.password-note')}
      />
      <p className="form-note">{t('network.basic-only')}</p>
      {saving.error && <Notice {...errorWords(saving.error)} />}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={!isUser(user) || saving.isPending}>
          {t('network.sign-in-keep')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('part.cancel')}
        </Button>
      </div>
    </form>
  );
}
