import { vendorName } from '../../../api/use-workspace.ts';
import { t } from '../../../lib/words.ts';
import { OtherFields } from '../other-fields.tsx';
import { rawOf } from '../raw.ts';
import { ReadOnlyLine } from '../read-only-line.tsx';
import { RecordFields } from '../record-fields.tsx';
import type { SectionProps } from './section-props.ts';

const KNOWN: ReadonlySet<string> = new Set(['projectId', 'projectName']);

/** A project of CONQA, of which its list says no more than a name. Its summary is in the vendor's data. */
export function ConqaProject(props: SectionProps) {
  const { detail } = props;
  const vendor = vendorName(detail.record.vendor);
  return (
    <>
      <ReadOnlyLine>{t('work.read-only-conqa', { vendor })}</ReadOnlyLine>
      <RecordFields {...props} />
      <OtherFields raw={rawOf(detail)} known={KNOWN} vendor={vendor} />
    </>
  );
}
