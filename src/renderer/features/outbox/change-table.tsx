import { Check, EqualNot, Users } from 'lucide-react';
import type { FieldChange } from '../../../shared/model/outbox.ts';
import { fieldName, shownValue, type ShownValue } from '../../api/field-change-words.ts';
import { t } from '../../lib/words.ts';
import { SetDiff } from '../../ui/diff/set-diff.tsx';
import { TextDiff } from '../../ui/diff/text-diff.tsx';
import '../../ui/diff/diff.css';
import type { ReadBack } from './compare-readback.ts';

interface ChangeTableProps {
  readonly changes: readonly FieldChange[];
  /** What the vendor had when it was read after the sending, and when that was; left out where it was not read. */
  readonly readBack?: { readonly byField: ReadonlyMap<string, ReadBack>; readonly when: string } | undefined;
  /** What the vendor found wrong, by field. */
  readonly wrong?: ReadonlyMap<string, string>;
  readonly vendor: string;
  readonly isSent: boolean;
  readonly zone: string;
  readonly now: Date;
}

function Plain({ value }: { readonly value: ShownValue }) {
  if (value.kind === 'set') return <SetDiff before={value.names} after={value.names} />;
  return <span className={value.kind === 'nothing' ? 'muted' : 'change-text selectable'}>{value.text}</span>;
}

/** The new value, marked by what is new in it. */
function NewValue({ before, after }: { readonly before: ShownValue; readonly after: ShownValue }) {
  if (before.kind === 'set' || after.kind === 'set') {
    const names = (value: ShownValue) => (value.kind === 'set' ? value.names : []);
    return (
      <>
        <SetDiff before={names(before)} after={names(after)} />
        {after.kind !== 'set' && <span className="muted">{after.text}</span>}
      </>
    );
  }
  if (after.kind === 'text') return <TextDiff before={before.kind === 'text' ? before.text : ''} after={after.text} />;
  return <ins className="value-new">{after.text}</ins>;
}

const verdicts = {
  'as-set': { icon: Check, words: 'outbox.verdict-as-set', tone: 'is-good' },
  'still-old': { icon: EqualNot, words: 'outbox.verdict-still-old', tone: 'is-warn' },
  other: { icon: Users, words: 'outbox.verdict-other', tone: 'is-warn' },
} as const;

function Verdict({ verdict }: Pick<ReadBack, 'verdict'>) {
  const { icon: Icon, words, tone } = verdicts[verdict];
  return (
    <span className={`change-verdict ${tone}`}>
      <Icon className="icon icon-14" aria-hidden="true" />
      {t(words)}
    </span>
  );
}

/** What a change changes: before, what was set, and, once it was read back, what the vendor has. */
export function ChangeTable({ changes, readBack, wrong, vendor, isSent, zone, now }: ChangeTableProps) {
  const facts = { zone, now };
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">{t('outbox.column.field')}</th>
          <th scope="col">{t('outbox.column.before')}</th>
          <th scope="col">{isSent ? t('outbox.column.you-sent') : t('outbox.column.you-set')}</th>
          {readBack && (
            <th scope="col">
              {t('outbox.column.at-vendor', { vendor })} <span className="muted num">{readBack.when}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => {
          const found = readBack?.byField.get(field);
          const old = shownValue(field, before, facts);
          const words = wrong?.get(field);
          return (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>
                <Plain value={old} />
              </td>
              <td>
                <NewValue before={old} after={shownValue(field, after, facts)} />
                {words !== undefined && <p className="change-wrong selectable">{words}</p>}
              </td>
              {readBack && (
                <td>
                  {found && (
                    <>
                      <Plain value={shownValue(field, found.value, facts)} />
                      <Verdict verdict={found.verdict} />
                    </>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
