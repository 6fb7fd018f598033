import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useUserOptions } from '../../api/use-user-options.ts';
import { vendorName } from '../../api/use-workspace.ts';
import { t } from '../../lib/words.ts';
import { EditableField } from '../../ui/detail/editable-field.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { PickList } from '../../ui/picker/pick-list.tsx';

function Picker({ connection, onDone }: { readonly connection: Connection; readonly onDone: () => void }) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const [text, setText] = useState('');
  const options = useUserOptions(connection.id, text);
  const { user } = connection;
  const save = useMutation({
    mutationFn: (chosen: { readonly vendorId: string; readonly name: string }) =>
      call('connections.update', { id: connection.id, user: chosen }),
    onError: (error) => toast(errorWords(error).what),
  });
  return (
    <PickList
      label={t('connections.who')}
      options={options ?? []}
      text={text}
      onText={setText}
      selected={user === null ? [] : [{ id: user.vendorId, text: user.name }]}
      isMultiple={false}
      onDone={([chosen]) => {
        if (chosen) save.mutate({ vendorId: chosen.id, name: chosen.text });
        onDone();
      }}
      doneWords={([chosen]) => (chosen ? t('connections.who-is', { name: chosen.text }) : t('connections.who-nobody'))}
      empty={options === undefined ? t('state.loading.label') : t('connections.who-none')}
    />
  );
}

/** A key has no "me": the person says once who they are at this vendor. */
export function WhoAmI({ connection }: { readonly connection: Connection }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EditableField
        name={t('connections.who')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        editor={<Picker connection={connection} onDone={() => setOpen(false)} />}
      >
        {connection.user === null ? (
          <span className="muted">{t('connections.who-unset')}</span>
        ) : (
          <span>{connection.user.name}</span>
        )}
      </EditableField>
      <dd className="detail-why">{t('connections.who-why', { vendor: vendorName(connection.vendor) })}</dd>
    </>
  );
}
