import { Link, OctagonAlert, RefreshCw, Search, TriangleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { VENDORS } from '../../shared/model/vendor.ts';
import { actionPriority, actionStatus } from '../api/action-words.ts';
import { auditStatus, outcomeLook } from '../api/audit-words.ts';
import { ISSUE_STATUSES, issueStatus, roleName } from '../api/issue-words.ts';
import { vendorLook } from '../api/vendor-look.ts';
import { dueOf } from '../lib/due.ts';
import { t } from '../lib/words.ts';
import { Button, IconButton } from '../ui/button/button.tsx';
import { FilterField } from '../ui/button/filter-field.tsx';
import { Keys } from '../ui/button/kbd.tsx';
import { Segmented } from '../ui/button/segmented.tsx';
import { Tag } from '../ui/button/tag.tsx';
import { Progress } from '../ui/feedback/progress.tsx';
import { DueChip } from '../ui/marks/due-chip.tsx';
import { PriorityChip } from '../ui/marks/priority-chip.tsx';
import { StatusChip, type StatusShape } from '../ui/marks/status-chip.tsx';
import { VendorMark } from '../ui/marks/vendor-mark.tsx';
import { GALLERY_NOW, GALLERY_ZONE } from './sample-audits.ts';
import { sampleReport } from './sample-report.ts';
import { Row, Specimen } from './specimen.tsx';

const ROLES = ['assignee', 'ball-in-court', 'author', 'starter', 'completer', 'approver'] as const;
const nothing = (): void => undefined;
const now = new Date(GALLERY_NOW);
const dueAfter = [-41, -9, -0.2, 0.2, 3, 20, undefined] as const;

function Buttons() {
  return (
    <Specimen name="gallery.buttons">
      <Row>
        <Button look="primary" keys="Enter" onPress={nothing}>
          {t('gallery.primary')}
        </Button>
        <Button icon={Link} onPress={nothing}>
          {t('gallery.secondary')}
        </Button>
        <Button look="quiet" icon={Search} keys="/" onPress={nothing}>
          {t('gallery.quiet')}
        </Button>
        <Button look="danger" onPress={nothing}>
          {t('gallery.danger')}
        </Button>
        <Button isDisabled onPress={nothing}>
          {t('gallery.off')}
        </Button>
        <IconButton icon={RefreshCw} label={t('gallery.tip')} keys="R" onPress={nothing} />
        <IconButton icon={RefreshCw} label={t('gallery.tip')} isPressed onPress={nothing} />
        <Keys keys="Mod+Shift+K" />
      </Row>
    </Specimen>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [segment, setSegment] = useState<'pending' | 'complete'>('pending');
  return (
    <Specimen name="gallery.fields">
      <Row>
        <FilterField
          id="gallery-filter"
          label={t('audits.filter')}
          placeholder={t('audits.filter-short')}
          value={text}
          onChange={setText}
          onLeave={nothing}
        />
        <FilterField
          id="gallery-filter-full"
          label={t('audits.filter')}
          placeholder={t('audits.filter-short')}
          value={t('audits.status.complete')}
          onChange={nothing}
          onLeave={nothing}
        />
        <Segmented
          label={t('audits.segment')}
          selected={segment}
          onSelect={setSegment}
          segments={[
            { id: 'pending', text: t('audits.segment-pending'), count: 118 },
            { id: 'complete', text: t('audits.segment-complete'), count: 1204 },
          ]}
        />
      </Row>
    </Specimen>
  );
}

const shapes: readonly StatusShape[] = [
  'open',
  'half',
  'dot',
  'three-quarters',
  'up',
  'approved',
  'closed',
  'rejected',
  'disputed',
  'dashed',
];

/** Every small part in every look. */
export function SmallParts() {
  return (
    <>
      <Buttons />
      <Fields />
      <Specimen name="gallery.tags">
        <Row>
          <Tag text={t('audits.reopened')} />
          <Tag tone="late" icon={OctagonAlert} text={t('report.critical')} />
          <Tag tone="warn" icon={TriangleAlert} text={t('audits.expired')} />
          <Tag tone="good" icon={CircleCheck} text={t('audits.passed')} />
        </Row>
      </Specimen>
      <Specimen name="gallery.marks">
        <Row>
          {VENDORS.map((vendor) => (
            <span key={vendor} className="specimen-mark">
              <VendorMark {...vendorLook(vendor)} isDecoration />
              {vendorLook(vendor).name}
            </span>
          ))}
        </Row>
      </Specimen>
      <Specimen name="gallery.due">
        <Row>
          {dueAfter.map((days) => {
            const dueAt = days === undefined ? null : new Date(GALLERY_NOW + days * 86_400_000).toISOString();
            return <DueChip key={String(days)} {...dueOf({ dueAt, zone: GALLERY_ZONE, now, isOpen: true })} />;
          })}
          <DueChip {...dueOf({ dueAt: now.toISOString(), zone: GALLERY_ZONE, now, isOpen: false })} />
        </Row>
      </Specimen>
      <Specimen name="gallery.status">
        <Row>
          {['pending', 'in-progress', 'complete', 'expired', 'paused-by-client'].map((status) => (
            <StatusChip key={status} {...auditStatus(status)} />
          ))}
        </Row>
        <Row>
          {sampleReport.items.flatMap(({ actions }) =>
            actions.map((one) => <StatusChip key={one.id} {...actionStatus(one.status)} />),
          )}
          {(['passed', 'failed', 'not-applicable', 'none'] as const).map((outcome) => (
            <StatusChip key={outcome} {...outcomeLook(outcome)} />
          ))}
        </Row>
        <Row>
          {[...ISSUE_STATUSES, 'paused-by-client'].map((status) => (
            <StatusChip key={status} {...issueStatus(status)} />
          ))}
        </Row>
        <Row>
          {ROLES.map((role) => (
            <Tag key={role} text={roleName(role)} />
          ))}
        </Row>
        <Row>
          {['high', 'medium', 'low', '7'].map((priority) => (
            <PriorityChip key={priority} {...actionPriority(priority)} />
          ))}
        </Row>
        <Row>
          {shapes.map((shape) => (
            <StatusChip key={shape} shape={shape} text={t('audits.status.pending')} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="gallery.progress">
        <Progress label={t('pdf.fetching')} />
        <Progress label={t('pdf.fetching-bytes', { size: t('part.bytes-mb', { count: 1.4 }) })} value={0.62} />
      </Specimen>
    </>
  );
}
