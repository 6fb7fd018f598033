import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CONNECTION_COLORS, type Connection, type ConnectionColor } from '../../../shared/model/connection.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { RadioFields } from '../../ui/fields/choice-fields.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';

interface IdentityFormProps {
  readonly connection: Connection;
  readonly onDone: () => void;
}

/** Name, label and colour of an account: only on this computer. */
export function IdentityForm({ connection, onDone }: IdentityFormProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const [name, setName] = useState(connection.name);
  const [label, setLabel] = useState(connection.label ?? '');
  const [color, setColor] = useState<ConnectionColor | 'none'>(connection.color ?? 'none');
  const save = useMutation({
    mutationFn: () =>
      call('connections.update', {
        id: connection.id,
        name: name.trim(),
        label: label.trim() === '' ? null : label.trim(),
        color: color === 'none' ? null : color,
      }),
    onSuccess: () => {
      toast(t('connections.saved'));
      onDone();
    },
  });
  return (
    <form
      className="form is-stacked identity-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate();
      }}
    >
      <TextField label={t('connections.name')} value={name} maxLength={100} isRequired takesFocus onChange={setName} />
      <TextField
        label={t('connections.label')}
        value={label}
        maxLength={6}
        onChange={setLabel}
        note={t('connections.label-note')}
      />
      <RadioFields
        legend={t('connections.color')}
        name="color"
        className="swatches"
        selected={color}
        onSelect={setColor}
        options={(['none', ...CONNECTION_COLORS] as const).map((id) => ({
          id,
          label: (
            <>
              <i className={`swatch is-${id}`} aria-hidden="true" />
              {t(`connections.color-${id}`)}
            </>
          ),
        }))}
      />
      {save.error && <Notice {...errorWords(save.error)} />}
      <div className="form-foot">
        <Button look="primary" type="submit" keys="Enter" isDisabled={name.trim() === '' || save.isPending}>
          {t('connections.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('part.cancel')}
        </Button>
      </div>
    </form>
  );
}
