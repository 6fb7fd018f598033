import { LockOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../lib/words.ts';
import { DraftTag, OldNew } from '../ui/diff/old-new.tsx';
import { SetDiff } from '../ui/diff/set-diff.tsx';
import { TextDiff } from '../ui/diff/text-diff.tsx';
import { DropZone } from '../ui/drop/drop-zone.tsx';
import { CheckField, RadioFields } from '../ui/fields/choice-fields.tsx';
import { FileButton } from '../ui/fields/file-button.tsx';
import { SecretField } from '../ui/fields/secret-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { PriorityChip } from '../ui/marks/priority-chip.tsx';
import { MomentForm } from '../ui/picker/moment-form.tsx';
import { PickList } from '../ui/picker/pick-list.tsx';
import { TextForm } from '../ui/picker/text-form.tsx';
import { actionPriority } from '../api/action-words.ts';
import { sampleUsers } from './sample-actions.ts';
import { Row, Specimen } from './specimen.tsx';

const nothing = (): void => undefined;
const people = sampleUsers().map(({ id, title, project }) => ({ id, text: title, note: project ?? undefined }));
const someone = people.slice(1, 2);

function Fields() {
  const key = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [isAllowed, setAllowed] = useState(true);
  const [cache, setCache] = useState<'keep' | 'erase'>('keep');
  return (
    <Specimen name="gallery.form">
      <div className="form specimen-form">
        <TextField
          label={t('connections.name')}
          value={name}
          maxLength={100}
          placeholder={t('connections.name-example')}
          onChange={setName}
          note={t('connections.name-note')}
        />
        <TextField
          label={t('connections.address')}
          type="url"
          value="http://qa.example"
          maxLength={500}
          onChange={nothing}
          note={
            <span className="form-note is-late">
              <LockOpen className="icon icon-12" aria-hidden="true" />
              {t('connections.address-open')}
            </span>
          }
        />
        <SecretField label={t('connections.secret-apiKey')} field={key} onChange={nothing} />
        <CheckField label={t('connections.allow-http')} isChecked={isAllowed} onChange={setAllowed} />
        <RadioFields
          legend={t('connections.remove-cache')}
          name="gallery-cache"
          selected={cache}
          onSelect={setCache}
          options={[
            { id: 'keep', label: t('connections.remove-keep'), note: t('connections.remove-keep-note') },
            { id: 'erase', label: t('connections.remove-erased'), note: t('connections.remove-erased-note') },
          ]}
        />
      </div>
    </Specimen>
  );
}

function Changes() {
  return (
    <Specimen name="gallery.changes">
      <Row>
        <OldNew before={someone[0]?.text} after={people[0]?.text} />
        <OldNew
          before={<PriorityChip {...actionPriority('low')} />}
          after={<PriorityChip {...actionPriority('high')} />}
          tag={t('part.needs-checking')}
        />
        <DraftTag />
      </Row>
      <Row>
        <SetDiff
          before={people.slice(0, 2).map(({ text }) => text)}
          after={people.slice(1, 3).map(({ text }) => text)}
        />
      </Row>
      <TextDiff
        before={t('outbox.again-safe', { vendor: 'CONQA' })}
        after={t('outbox.again-never', { vendor: 'CONQA' })}
      />
    </Specimen>
  );
}

function Editors() {
  const [text, setText] = useState('');
  const found = people.filter((person) => person.text.toLowerCase().includes(text.toLowerCase()));
  return (
    <Specimen name="gallery.editors">
      <Row>
        <div className="specimen-frame">
          <PickList
            label={t('actions.field.assignees')}
            options={found}
            text={text}
            onText={setText}
            selected={someone}
            isMultiple
            onDone={nothing}
            doneWords={(selected) => t('actions.assign-several', { count: selected.length })}
            empty={t('actions.nobody-found', { text })}
          />
        </div>
        <div className="specimen-frame">
          <MomentForm
            label={t('actions.field.due')}
            value="2026-11-29T17:00"
            note={t('actions.due-zone', { zone: 'Pacific/Auckland' })}
            action={t('actions.set-due')}
            onDone={nothing}
          />
          <TextForm
            label={t('actions.field.name')}
            value=""
            maxLength={500}
            action={t('actions.set-name')}
            onDone={nothing}
          />
        </div>
      </Row>
    </Specimen>
  );
}

/** Parts that change something: fields, editors, and how a change is shown. */
export function EditParts() {
  return (
    <>
      <Fields />
      <Changes />
      <Editors />
      <Specimen name="gallery.drop">
        <DropZone
          label={t('company.drop-logo', { company: 'Kauri' })}
          offerOf={() => ({ title: t('company.drop-logo', { company: 'Kauri' }), isAccepted: true, note: '' })}
          onFiles={nothing}
        >
          <div className="specimen-drop">
            <FileButton
              text={t('company.choose')}
              label={t('company.choose-logo', { company: 'Kauri' })}
              accept="image/png"
              onFiles={nothing}
            />
          </div>
        </DropZone>
      </Specimen>
    </>
  );
}
