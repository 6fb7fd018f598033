import { ShieldPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AuthorityRefusal } from '../../../shared/contract/network.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { errorWords } from '../../api/error-words.ts';
import { t, wordOf } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { FileButton } from '../../ui/fields/file-button.tsx';
import { useNetworkPanel } from './network-state.ts';
import { readCertificateFile, type CertificateFile } from './read-certificate.ts';
import { useNetworkCommand } from './use-network-command.ts';

const ACCEPT = '.pem,.crt,.cer,.der,application/x-x509-ca-cert,application/x-pem-file,application/pkix-cert';

type Refusal = AuthorityRefusal | Extract<CertificateFile, { ok: false }>['reason'];

/** Why a file was refused, in words; undefined for an error that is about something else. */
function refusalWords({ code, data }: AppError): string | undefined {
  if (code !== 'authority-refused') return undefined;
  const reason = data['reason'];
  return typeof reason === 'string'
    ? wordOf('network.refused-', reason, 'network.refused-unreadable')
    : t('network.refused-unreadable');
}

const ownRefusal = (reason: Refusal): string => t(`network.refused-${reason}`);

/**
 * Adds an authority of the person's organization from a file. It is read here and named before it is trusted: what that
 * means is said beside the button.
 */
export function AddAuthority() {
  const toast = useToast((state) => state.show);
  const [chosen, setChosen] = useState<CertificateFile>();
  const { editing, asked } = useNetworkPanel();
  const part = useRef<HTMLDivElement>(null);
  const add = useNetworkCommand('network.addCertificate', () => {
    toast(t('network.authority-added'));
    setChosen(undefined);
  });
  useEffect(() => {
    if (asked > 0 && editing === 'certificate') part.current?.querySelector('button')?.focus();
  }, [asked, editing]);
  const choose = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    add.reset();
    setChosen(await readCertificateFile(file));
  };
  const refused = chosen?.ok === false ? ownRefusal(chosen.reason) : add.error ? refusalWords(add.error) : undefined;
  return (
    <div ref={part} className="network-add">
      <FileButton
        text={t('network.choose-file')}
        label={t('network.choose-file-field')}
        accept={ACCEPT}
        onFiles={(files) => void choose(files)}
      />
      {refused !== undefined && (
        <p role="alert" className="form-note is-late selectable">
          {chosen?.ok === true ? t('network.refused-file', { name: chosen.name, why: refused }) : refused}
        </p>
      )}
      {add.error && refused === undefined && <Notice {...errorWords(add.error)} />}
      {chosen?.ok === true && refused === undefined && (
        <div className="network-trust" role="group" aria-label={t('network.trust-title', { name: chosen.name })}>
          <p className="network-name">{t('network.trust-title', { name: chosen.name })}</p>
          <p>{t('network.trust-text')}</p>
          <div className="network-actions">
            <Button
              look="primary"
              icon={ShieldPlus}
              isDisabled={add.isPending}
              onPress={() => add.mutate({ pem: chosen.pem })}
            >
              {t('network.trust')}
            </Button>
            <Button look="quiet" onPress={() => setChosen(undefined)}>
              {t('part.cancel')}
            </Button>
          </div>
        </div>
      )}
      {chosen === undefined && <p className="form-note">{t('network.add-note')}</p>}
    </div>
  );
}
