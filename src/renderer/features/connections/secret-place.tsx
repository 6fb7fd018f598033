import { Clock, KeyRound, ShieldOff, type LucideIcon } from 'lucide-react';
import type { Connection, SecretPlace } from '../../../shared/model/connection.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { isFineWithout, placeWords } from './connection-words.ts';

const looks: Readonly<Record<SecretPlace, { readonly icon: LucideIcon; readonly tone: 'good' | 'warn' | 'plain' }>> = {
  keychain: { icon: KeyRound, tone: 'good' },
  session: { icon: Clock, tone: 'warn' },
  given: { icon: Clock, tone: 'warn' },
  none: { icon: ShieldOff, tone: 'plain' },
};

interface SecretPlaceTagProps {
  readonly connection: Connection;
  readonly place: SecretPlace;
}

/** Where the secret of an account is kept, in two words. */
export function SecretPlaceTag({ connection, place }: SecretPlaceTagProps) {
  const { icon, tone } = looks[place];
  const text = isFineWithout(connection, place) ? t('connections.place-none-fine') : t(`connections.place-${place}`);
  return <Tag tone={tone} icon={icon} text={text} title={placeWords(connection, place)} />;
}
