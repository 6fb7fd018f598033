import type { ComponentType } from 'react';
import { vendorName } from '../../api/use-workspace.ts';
import { OtherFields } from './other-fields.tsx';
import { rawOf } from './raw.ts';
import { RecordFields } from './record-fields.tsx';
import { AconexProject } from './sections/aconex-project.tsx';
import { ConnectNowIssue } from './sections/connectnow-issue.tsx';
import { ConqaIssue } from './sections/conqa-issue.tsx';
import { ConqaMilestone } from './sections/conqa-milestone.tsx';
import { ConqaProject } from './sections/conqa-project.tsx';
import type { SectionProps } from './sections/section-props.ts';
import { SmartqBoard } from './sections/smartq-board.tsx';
import { SmartqTicket } from './sections/smartq-ticket.tsx';

/** What a vendor alone has of a kind, by both. */
const SECTIONS: Readonly<Record<string, ComponentType<SectionProps>>> = {
  'aconex project': AconexProject,
  'connectnow issue': ConnectNowIssue,
  'conqa issue': ConqaIssue,
  'conqa milestone': ConqaMilestone,
  'conqa project': ConqaProject,
  'smartq project': SmartqBoard,
  'smartq ticket': SmartqTicket,
};

/** A record of a vendor that has no part of its own: what every record has, and all else by its own name. */
function AnyRecord(props: SectionProps) {
  const { detail } = props;
  return (
    <>
      <RecordFields {...props} />
      <OtherFields raw={rawOf(detail)} known={new Set()} vendor={vendorName(detail.record.vendor)} />
    </>
  );
}

/** The fields of a record, and the parts that its vendor alone has. */
export function VendorSections(props: SectionProps) {
  const { vendor, kind } = props.detail.record;
  const Section = SECTIONS[`${vendor} ${kind}`] ?? AnyRecord;
  return <Section {...props} />;
}
