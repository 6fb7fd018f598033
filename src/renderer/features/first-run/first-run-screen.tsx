import { useMutation } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { VENDORS } from '../../../shared/model/vendor.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useWorkspaceStatus } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { copyText } from '../../lib/copy.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import './first-run.css';

const tries = ['first-run.sample-try-1', 'first-run.sample-try-2', 'first-run.sample-try-3'] as const;

function SystemList() {
  return (
    <section aria-labelledby="first-run-vendors">
      <h2 id="first-run-vendors">{t('first-run.vendors')}</h2>
      <p>{t('first-run.later')}</p>
      <ul className="first-run-vendors">
        {VENDORS.map((vendor) => {
          const look = vendorLook(vendor);
          return (
            <li key={vendor}>
              <VendorMark {...look} isDecoration />
              <div>
                <span className="first-run-vendor">{look.name}</span>
                <span className="muted">{t(`first-run.vendor.${vendor}`)}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function DataFolder({ folder }: { readonly folder: string }) {
  const show = useToast((state) => state.show);
  const copy = async (): Promise<void> => {
    if (await copyText(folder)) show(t('part.copied'));
  };
  return (
    <section aria-labelledby="first-run-data">
      <h2 id="first-run-data">{t('first-run.data')}</h2>
      <p>{t('first-run.data-text')}</p>
      <div className="first-run-folder">
        <code className="mono clip selectable" title={folder} aria-label={t('first-run.folder')}>
          {folder}
        </code>
        <IconButton icon={Copy} label={t('first-run.folder-copy')} onPress={() => void copy()} />
      </div>
    </section>
  );
}

/** What a person sees who has connected nothing: a way in without an account, and what is to come. */
export function FirstRunScreen() {
  const call = useCall();
  const folder = useWorkspaceStatus()?.dataDir;
  const open = useMutation({ mutationFn: () => call('workspace.open', { mode: 'sample' }) });
  const problem = open.error === null ? undefined : errorWords(open.error);
  return (
    <div className="first-run" data-testid="first-run">
      <div className="first-run-page">
        <h1>{t('first-run.title')}</h1>
        <p className="first-run-intro">{t('first-run.intro')}</p>
        <section className="first-run-sample" aria-labelledby="first-run-sample">
          <h2 id="first-run-sample">{t('first-run.sample-title')}</h2>
          <p>{t('first-run.sample-text')}</p>
          <Button look="primary" isDisabled={open.isPending} onPress={() => open.mutate()}>
            {open.isPending ? t('first-run.sample-opening') : t('first-run.sample-do')}
          </Button>
          {problem && <Notice {...problem} />}
          <h3>{t('first-run.sample-try')}</h3>
          <ul>
            {tries.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <SystemList />
        {folder !== undefined && <DataFolder folder={folder} />}
      </div>
    </div>
  );
}
