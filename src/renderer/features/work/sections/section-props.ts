import type { RecordDetail } from '../../../../shared/model/record.ts';
import type { WorkKind } from '../../../api/work-kinds.ts';

/** What every part of a detail is drawn from. */
export interface SectionProps {
  readonly kind: WorkKind;
  readonly detail: RecordDetail;
  /** The zone in which times are shown. */
  readonly zone: string;
  readonly now: Date;
  /** Opens a record by its id, in its own screen. */
  readonly onOpenRecord: (id: string) => void;
}
