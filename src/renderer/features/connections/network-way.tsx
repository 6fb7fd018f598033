import { createContext, useContext } from 'react';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button/button.tsx';

/** The parts of the network's settings that an error may lead to. */
type NetworkPart = 'proxy' | 'proxy-sign-in' | 'certificate';

const NetworkWay = createContext<((part: NetworkPart) => void) | undefined>(undefined);

/** Says how to come to the network's settings; without it no error offers to go there. */
export const NetworkWayProvider = NetworkWay.Provider;

const PARTS: Partial<Readonly<Record<ErrorCode, NetworkPart>>> = {
  'proxy-needs-sign-in': 'proxy-sign-in',
  'proxy-not-supported': 'proxy',
  'proxy-refused': 'proxy',
  'certificate-unknown-authority': 'certificate',
};

/** Leads from an error of the network to what is set about it. Nothing for any other error. */
export function NetworkButton({ code }: { readonly code: ErrorCode }) {
  const go = useContext(NetworkWay);
  const part = PARTS[code];
  if (go === undefined || part === undefined) return null;
  return <Button onPress={() => go(part)}>{t(`connections.to-${part}`)}</Button>;
}
