import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { SignInOption } from '../../../shared/contract/sign-in.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { useCall } from '../../api/client.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { classNames } from '../../lib/class-names.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { protectionOf } from './account-facts.ts';
import { fieldProblems, type FieldProblems } from './field-problems.ts';
import { NameField } from './name-field.tsx';
import { NetworkButton } from './network-way.tsx';
import { OtherProblems } from './other-problems.tsx';
import { portOf, SignInFields } from './sign-in-fields.tsx';
import { useSignIn, type SignInValues } from './sign-in-state.ts';
import { SignInWaiting } from './sign-in-waiting.tsx';
import { signInField, signInWords } from './sign-in-words.ts';

const SHOWN = ['name', 'clientId', 'lobby', 'redirectPort', 'url'];

interface SignInFormProps {
  /** Tells this sign-in from others. */
  readonly id: string;
  readonly option: SignInOption;
  readonly label: string;
  /** The account to sign in again; left out for a new one. */
  readonly account?: ConnectionId;
  /** What the person calls the account. */
  readonly name: string;
  /** Where the name is asked for: what is typed. */
  readonly onName?: (name: string) => void;
  readonly onDone: (connection: Connection) => void;
  readonly onCancel?: () => void;
}

const startValues = (name: string, option: SignInOption): SignInValues => ({
  name,
  clientId: option.clientId ?? '',
  lobby: option.lobby ?? option.lobbies[0],
  redirectPort: option.redirectPort === 0 ? '' : String(option.redirectPort),
  url: option.url,
});

const isProtected = (address: string): boolean => ['https', 'loopback'].includes(protectionOf(address));

/** The problems with single fields, with those that only the words of the sign-in server tell. */
function problemsOf(error: Parameters<typeof signInField>[0] | undefined): FieldProblems {
  const found = fieldProblems(error, SHOWN);
  const field = error && signInField(error);
  if (error === undefined || field === undefined || found.byField.has(field)) return found;
  const words =
    error.code === 'port-in-use' ? t('connections.wrong-port-used') : t(`connections.wrong-${field}-refused`);
  return { ...found, byField: new Map(found.byField).set(field, words) };
}

/** Signs in in the person's own browser: what it takes, the waiting for it, and how it ended. */
export function SignInForm(props: SignInFormProps) {
  const { id, option, label, account, name, onName, onDone, onCancel } = props;
  const call = useCall();
  const { run, failure, start, forget, valuesOf } = useSignIn();
  const [values, setValues] = useState<SignInValues>(() => valuesOf(id) ?? startValues(name, option));
  const [hasWaited, setWaited] = useState(false);
  const { vendor } = option;
  const error = failure?.key === id ? failure.error : undefined;
  const problems = problemsOf(error);
  const port = portOf(values.redirectPort);
  const isGood =
    name.trim() !== '' &&
    values.clientId.trim() !== '' &&
    isProtected(values.lobby) &&
    isProtected(values.url) &&
    port !== undefined;

  const submit = async (): Promise<void> => {
    if (!isGood) return;
    setWaited(true);
    const { clientId, lobby, url } = values;
    const target = account === undefined ? { name: name.trim(), url: url.trim() } : { id: account };
    const input: Input<'connections.signIn'> = {
      ...target,
      vendor,
      clientId: clientId.trim(),
      lobby: lobby.trim(),
      redirectPort: port,
    };
    const connection = await start(call, { key: id, values: { ...values, name } }, input);
    if (connection !== undefined) onDone(connection);
  };

  if (run?.key === id) return <SignInWaiting vendor={vendor} run={run} />;
  return (
    <form
      className={classNames('form', account !== undefined && 'is-stacked')}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {onName && <NameField vendor={vendor} name={name} onChange={onName} problem={problems.byField.get('name')} />}
      <SignInFields
        option={option}
        values={values}
        onChange={(change) => setValues({ ...values, ...change })}
        isNew={account === undefined}
        problems={problems.byField}
        takesFocus={hasWaited || account !== undefined}
      />
      {error && (
        <div className="form-row" role="alert">
          <div className="form-wide">
            <Notice {...signInWords(error, vendorName(vendor))} actions={<NetworkButton code={error.code} />} />
            <OtherProblems problems={problems} />
          </div>
        </div>
      )}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={!isGood}>
          {t('connections.sign-in-do')}
        </Button>
        {onCancel && (
          <Button
            look="quiet"
            onPress={() => {
              forget(id);
              onCancel();
            }}
          >
            {t('part.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
