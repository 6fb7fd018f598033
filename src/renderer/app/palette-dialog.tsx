import { ChevronRight } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { toRows } from '../../shared/lib/columns.ts';
import type { Kind, RecordRow } from '../../shared/model/record.ts';
import { useOperation } from '../api/use-operation.ts';
import { useWorkKinds } from '../api/use-work-kinds.ts';
import { vendorLook } from '../api/vendor-look.ts';
import type { WorkKind } from '../api/work-kinds.ts';
import { recordStatus } from '../api/work-words.ts';
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

/** Many projects have none, and a dash would say nothing. */
const hasStatus = ({ kind, status }: RecordRow): boolean => kind === 'audit' || status !== null;

const recordItem = (row: RecordRow, text: string, open: (row: RecordRow) => void): PaletteItem => ({
  id: row.id,
  lead: <VendorMark {...vendorLook(row.vendor)} isDecoration />,
  number: row.number ?? t('part.unknown'),
  text: row.title,
  sought: text,
  meta: (
    <>
      <span className="clip">{row.project}</span>
      {hasStatus(row) && <StatusChip {...recordStatus(row.kind, row.status)} />}
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

/** What was found of one kind. */
interface Found {
  readonly rows: readonly RecordRow[];
  /** Undefined until they were counted. */
  readonly total: number | undefined;
  readonly isFetching: boolean;
}

/** The newest records of a kind that hold the words, and how many there are; nothing where it is not `isSought`. */
function useFound(kind: Kind, search: string, isSought: boolean): Found {
  const isAsked = isSought && search !== '';
  const options = { enabled: isAsked, keepPrevious: true };
  const order = { limit: SHOWN_RECORDS, sort: 'updated', direction: 'descending' } as const;
  const found = useOperation('records.list', { kind, search, ...order }, options);
  const count = useOperation('records.count', { kind, search }, options);
  return {
    rows: !isAsked || found.data === undefined ? [] : toRows(found.data.rows),
    total: isAsked ? count.data?.total : 0,
    isFetching: found.isFetching,
  };
}

/** What was found of every kind that has a screen, and that there is something of. */
function useAllFound(search: string, isOpen: boolean): Found {
  const shown = useWorkKinds();
  const isSought = (kind: WorkKind): boolean => isOpen && shown.some((one) => one.kind === kind);
  const all = [
    useFound('corrective-action', search, isOpen),
    useFound('audit', search, isOpen),
    useFound('issue', search, isSought('issue')),
    useFound('ticket', search, isSought('ticket')),
    useFound('milestone', search, isSought('milestone')),
    useFound('project', search, isSought('project')),
  ];
  const totals = all.flatMap(({ total }) => total ?? []);
  return {
    rows: all.flatMap(({ rows }) => rows),
    total: totals.length < all.length ? undefined : totals.reduce((sum, total) => sum + total, 0),
    isFetching: all.some(({ isFetching }) => isFetching),
  };
}

/** The palette over this workspace: records by any word of theirs, and every command that can be run now. */
export function PaletteDialog({ isOpen, onClose, records, onOpen }: PaletteDialogProps) {
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const bySource = useCommandsState((state) => state.bySource);
  const sought = useDeferredValue(text.trim());
  const { rows, total: foundTotal, isFetching } = useAllFound(sought, isOpen);

  const close = (): void => {
    onClose();
    setText('');
    setCurrent(0);
  };
  const open = (row: RecordRow): void => {
    close();
    onOpen(row.id);
  };
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
      status={sought !== '' && foundTotal !== undefined ? t('palette.found', { count: foundTotal }) : ''}
      scope={t('status.records', { count: records })}
      empty={isFetching ? t('palette.searching') : t('palette.none', { text: text.trim() })}
    />
  );
}
