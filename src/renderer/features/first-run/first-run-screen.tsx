import { useMutation } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { VENDORS, type Vendor } from '../../../shared/model/vendor.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useWorkspaceStatus } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { classNames } from '../../lib/class-names.ts';
import { copyText } from '../../lib/copy.ts';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import './first-run.css';

interface SystemChoice {
  /** The vendor whose account the form connects. */
  readonly vendor: Vendor;
  readonly onVendor: (vendor: Vendor) => void;
}

interface FirstRunScreenProps extends SystemChoice {
  readonly form: ReactNode;
  /** Where secrets are kept, and how the vendors are reached. */
  readonly secrets: ReactNode;
}

/** A system to connect: chosen by a press, and said to be chosen. */
function SystemButton({
  vendor,
  isCurrent,
  onVendor,
}: { readonly vendor: Vendor; readonly isCurrent: boolean } & Pick<SystemChoice, 'onVendor'>) {
  const look = vendorLook(vendor);
  return (
    <button type="button" aria-pressed={isCurrent} onClick={() => onVendor(vendor)}>
      <VendorMark {...look} isDecoration />
      <span>
        <span className="first-run-vendor">{look.name}</span>
        <span className="muted">{t(`connections.brings-${vendor}`)}</span>
      </span>
    </button>
  );
}

function SystemList({ vendor: current, onVendor }: SystemChoice) {
  return (
    <ul className="first-run-vendors" aria-label={t('first-run.vendors')}>
      {VENDORS.map((vendor) => (
        <li key={vendor} className={classNames(vendor === current && 'is-current')}>
          <SystemButton vendor={vendor} isCurrent={vendor === current} onVendor={onVendor} />
        </li>
      ))}
    </ul>
  );
}

function DataFolder({ folder }: { readonly folder: string }) {
  const show = useToast((state) => state.show);
  const copy = async (): Promise<void> => {
    if (await copyText(folder)) show(t('part.copied'));
  };
  return (
    <section className="first-run-data" aria-labelledby="first-run-data">
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

/** What a person sees who has connected nothing: connect the first account, or look around without one. */
export function FirstRunScreen({ form, secrets, ...choice }: FirstRunScreenProps) {
  const call = useCall();
  const folder = useWorkspaceStatus()?.dataDir;
  const open = useMutation({ mutationFn: () => call('workspace.open', { mode: 'sample' }) });
  const problem = open.error === null ? undefined : errorWords(open.error);
  return (
    <div className="first-run" data-testid="first-run">
      <div className="first-run-side">
        <div className="first-run-head">
          <h1>{t('first-run.title')}</h1>
          <p>{t('first-run.intro')}</p>
        </div>
        <SystemList {...choice} />
        <section className="first-run-sample" aria-label={t('first-run.sample-title')}>
          <Button isDisabled={open.isPending} onPress={() => open.mutate()}>
            {open.isPending ? t('first-run.sample-opening') : t('first-run.sample-do')}
          </Button>
          <p>{t('first-run.sample-text')}</p>
          {problem && <Notice {...problem} />}
        </section>
      </div>
      <div className="first-run-form">{form}</div>
      <div className="first-run-facts">
        {secrets}
        {folder !== undefined && <DataFolder folder={folder} />}
      </div>
    </div>
  );
}
