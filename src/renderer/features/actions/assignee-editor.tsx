import { useState } from 'react';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { useUserOptions } from '../../api/use-user-options.ts';
import { t } from '../../lib/words.ts';
import { PickList, type PickOption } from '../../ui/picker/pick-list.tsx';

interface AssigneeEditorProps {
  readonly connectionId: ConnectionId;
  readonly selected: readonly PickOption[];
  readonly onDone: (vendorIds: readonly string[]) => void;
}

function words(selected: readonly PickOption[]): string {
  const [first] = selected;
  if (first === undefined) return t('actions.assign-nobody');
  return selected.length === 1
    ? t('actions.assign-one', { name: first.text })
    : t('actions.assign-several', { count: selected.length });
}

/** Whose action it is: typed, found, taken. */
export function AssigneeEditor({ connectionId, selected, onDone }: AssigneeEditorProps) {
  const [text, setText] = useState('');
  const options = useUserOptions(connectionId, text);
  return (
    <PickList
      label={t('actions.field.assignees')}
      options={options ?? []}
      text={text}
      onText={setText}
      selected={selected}
      isMultiple
      onDone={(people) => onDone(people.map(({ id }) => id))}
      doneWords={words}
      empty={options === undefined ? t('state.loading.label') : t('actions.nobody-found', { text })}
    />
  );
}
