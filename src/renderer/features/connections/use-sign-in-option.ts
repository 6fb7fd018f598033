import type { SignInOption } from '../../../shared/contract/sign-in.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { useOperation } from '../../api/use-operation.ts';
import { accountFacts } from './account-facts.ts';

const optionOf = (options: readonly SignInOption[] | undefined, vendor: Vendor): SignInOption | undefined =>
  options?.find((option) => option.vendor === vendor);

interface KnownOption {
  readonly option: SignInOption | undefined;
  /** Whether everything was asked that there is to ask. */
  readonly isKnown: boolean;
}

/** How a vendor's people sign in in their browser. */
export function useSignInOption(vendor: Vendor): KnownOption {
  const { data, error } = useOperation('connections.signInOptions', {});
  return { option: optionOf(data, vendor), isKnown: data !== undefined || error !== null };
}

/** How the person of an account signs in; without what was used for this account where the keychain cannot tell. */
export function useAccountSignInOption({ id, vendor }: Connection): KnownOption {
  const own = useOperation('connections.signInOptions', { id });
  const all = useOperation('connections.signInOptions', {}, { enabled: own.error !== null });
  const isKnown = own.data !== undefined || all.data !== undefined || all.error !== null;
  return { option: optionOf(own.data ?? all.data, vendor), isKnown };
}

/**
 * True for an account that its person signs in to in a browser; also after they signed out, when only its address tells.
 */
export function useSignsIn({ id, vendor, url }: Connection): boolean {
  const signInUrl = accountFacts(vendor).signInUrl;
  const asked = useOperation('connections.signInOptions', { id }, { enabled: signInUrl !== undefined });
  return url === signInUrl || optionOf(asked.data, vendor)?.isSignedIn === true;
}
