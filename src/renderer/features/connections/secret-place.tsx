import { Clock, KeyRound, ShieldOff, type LucideIcon } from 'lucide-react';
import type { SecretPlace } from '../../../shared/model/connection.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';

const looks: Readonly<Record<SecretPlace, { readonly icon: LucideIcon; readonly tone: 'good' | 'warn' | 'plain' }>> = {
  keychain: { icon: KeyRound, tone: 'good' },
  session: { icon: Clock, tone: 'warn' },
  given: { icon: Clock, tone: 'warn' },
  none: { icon: ShieldOff, tone: 'plain' },
};

/** Where a secret is kept, in two words. */
export function SecretPlaceTag({ place }: { readonly place: SecretPlace }) {
  const { icon, tone } = looks[place];
  return (
    <Tag tone={tone} icon={icon} text={t(`connections.place-${place}`)} title={t(`connections.place-${place}-long`)} />
  );
}
