import { ChevronRight } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { toRows } from '../../shared/lib/columns.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import { auditStatus } from '../api/audit-words.ts';
import { useOperation } from '../api/use-operation.ts';
import { vendorLook } from '../api/vendor-look.ts';
import { commandsOf, useCommandsState, type Command, type CommandGroup } from '../lib/commands-state.ts';
import { t } from '../lib/words.ts';
import { StatusChip } from '../ui/marks/status-chip.tsx';
import { VendorMark } from '../ui/marks/vendor-mark.tsx';
import type { PaletteGroup, PaletteItem } from '../ui/palette/palette-groups.tsx';
import { Palette } from '../ui/palette/palette.tsx';
import { useRoute } from './route-state.ts';

const SHOWN_RECORDS = 8;
const GROUPS: readonly CommandGroup[] = ['record', 'report', 'list', 'go', 'workspace', 'view'];

const words = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Commands whose title holds every word that was typed. */
function matchCommands(commands: readonly Command[], text: string): readonly Command[] {
  const sought = words(text);
  return commands.filter((command) => {
    const title = t(command.title).toLowerCase();
    return command.keyOnly !== true && sought.every((word) => title.includes(word));
  });
}

/**
 * True when every word that was typed stands in what the row shows. Such records come before the commands; those that
 * only hold the words somewhere in their text come after, so that typing a command's name never opens a record.
 */
function isNamedBy(row: RecordRow, text: string): boolean {
  const shown = [row.number, row.title, row.project, row.assignees].join(' ').toLowerCase();
  return words(text).every((word) => shown.includes(word));
}

function commandGroups(commands: readonly Command[], text: string, close: () => void): readonly PaletteGroup[] {
  const matching = matchCommands(commands, text);
  return GROUPS.map((group) => ({
    id: group,
    title: t(`command.group.${group}`),
    items: matching
      .filter((command) => command.group === group)
      .map(({ icon: Icon = ChevronRight, ...command }): PaletteItem => ({
        id: command.id,
        lead: <Icon className="icon" />,
        text: t(command.title),
        sought: text,
        ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
        run: () => {
          close();
          command.run();
        },
      })),
  })).filter(({ items }) => items.length > 0);
}

const recordItem = (row: RecordRow, text: string, open: (row: RecordRow) => void): PaletteItem => ({
  id: row.id,
  lead: <VendorMark {...vendorLook(row.vendor)} isDecoration />,
  number: row.number ?? t('part.unknown'),
  text: row.title,
  sought: text,
  meta: (
    <>
      <span className="clip">{row.project}</span>
      <StatusChip {...auditStatus(row.status)} />
    </>
  ),
  run: () => open(row),
});

interface PaletteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly records: number;
}

/** The palette over this workspace: audits by any word of theirs, and every command that can be run now. */
export function PaletteDialog({ isOpen, onClose, records }: PaletteDialogProps) {
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const bySource = useCommandsState((state) => state.bySource);
  const openReport = useRoute((state) => state.openReport);
  const sought = useDeferredValue(text.trim());
  const found = useOperation(
    'records.list',
    { kind: 'audit', search: sought, limit: SHOWN_RECORDS, sort: 'updated', direction: 'descending' },
    { enabled: isOpen && sought !== '', keepPrevious: true },
  );

  const count = useOperation(
    'records.count',
    { kind: 'audit', search: sought },
    { enabled: isOpen && sought !== '', keepPrevious: true },
  );

  const close = (): void => {
    onClose();
    setText('');
    setCurrent(0);
  };
  const open = (row: RecordRow): void => {
    close();
    openReport(row.id, false);
  };
  const rows = sought === '' || found.data === undefined ? [] : toRows(found.data.rows);
  const recordGroup = (id: string, title: string, own: readonly RecordRow[]): PaletteGroup => ({
    id,
    title,
    items: own.map((row) => recordItem(row, sought, open)),
  });
  const named = rows.filter((row) => isNamedBy(row, sought));
  const elsewhere = rows.filter((row) => !named.includes(row));
  const groups = [
    recordGroup('records', t('palette.records'), named),
    ...commandGroups(commandsOf(bySource), text.trim(), close),
    recordGroup('elsewhere', t('palette.elsewhere'), elsewhere),
  ].filter(({ items }) => items.length > 0);
  const total = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Palette
      isOpen={isOpen}
      onClose={close}
      text={text}
      onText={(next) => {
        setText(next);
        setCurrent(0);
      }}
      groups={groups}
      current={Math.min(current, Math.max(0, total - 1))}
      onCurrent={setCurrent}
      status={sought === '' || count.data === undefined ? '' : t('palette.found', { count: count.data.total })}
      scope={t('status.records', { count: records })}
      empty={found.isFetching ? t('palette.searching') : t('palette.none', { text: text.trim() })}
    />
  );
}
