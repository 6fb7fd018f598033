import { ChevronRight } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { toRows } from '../../shared/lib/columns.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import { actionStatus } from '../api/action-words.ts';
import { auditStatus } from '../api/audit-words.ts';
import { useOperation } from '../api/use-operation.ts';
import { vendorLook } from '../api/vendor-look.ts';
import { commandsOf, useCommandsState, type Command, type CommandGroup } from '../lib/commands-state.ts';
import { t } from '../lib/words.ts';
import { StatusChip } from '../ui/marks/status-chip.tsx';
import { VendorMark } from '../ui/marks/vendor-mark.tsx';
import type { PaletteGroup, PaletteItem } from '../ui/palette/palette-groups.tsx';
import { Palette } from '../ui/palette/palette.tsx';

/** Of each kind of record. */
const SHOWN_RECORDS = 6;
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
      <StatusChip {...(row.kind === 'corrective-action' ? actionStatus(row.status) : auditStatus(row.status))} />
    </>
  ),
  run: () => open(row),
});

interface PaletteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly records: number;
  /** Opens a record found, by its kind's own screen. */
  readonly onOpen: (id: string) => void;
}

/** The newest records of a kind that hold the words, and how many there are. */
function useFound(kind: 'audit' | 'corrective-action', search: string, isOpen: boolean) {
  const options = { enabled: isOpen && search !== '', keepPrevious: true };
  const order = { limit: SHOWN_RECORDS, sort: 'updated', direction: 'descending' } as const;
  const found = useOperation('records.list', { kind, search, ...order }, options);
  const count = useOperation('records.count', { kind, search }, options);
  return {
    rows: search === '' || found.data === undefined ? [] : toRows(found.data.rows),
    total: count.data?.total,
    isFetching: found.isFetching,
  };
}

/** The palette over this workspace: audits and corrective actions by any word of theirs, and every command that can be run now. */
export function PaletteDialog({ isOpen, onClose, records, onOpen }: PaletteDialogProps) {
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const bySource = useCommandsState((state) => state.bySource);
  const sought = useDeferredValue(text.trim());
  const audits = useFound('audit', sought, isOpen);
  const actions = useFound('corrective-action', sought, isOpen);

  const close = (): void => {
    onClose();
    setText('');
    setCurrent(0);
  };
  const open = (row: RecordRow): void => {
    close();
    onOpen(row.id);
  };
  const rows = [...actions.rows, ...audits.rows];
  const isCounted = sought !== '' && actions.total !== undefined && audits.total !== undefined;
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
      status={isCounted ? t('palette.found', { count: (actions.total ?? 0) + (audits.total ?? 0) }) : ''}
      scope={t('status.records', { count: records })}
      empty={
        audits.isFetching || actions.isFetching ? t('palette.searching') : t('palette.none', { text: text.trim() })
      }
    />
  );
}
