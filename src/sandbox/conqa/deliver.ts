/** How long an address may take to answer before a call has failed ("Webhook Auto-Disable"). */
const timeoutMs = 30_000;

/**
 * Tells whether an address is of this computer. The sample speaks to no other: what somebody types in there by mistake
 * must not be told anything.
 */
export const isLoopback = (address: string): boolean => {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
};

/**
 * Sends a notification and tells whether it was taken: any answer of 200 to 299 within 30 seconds. A redirect is not
 * followed, since it could lead off this computer.
 * @throws RangeError when the address is not of this computer.
 */
export const deliver = async (address: string, payload: unknown, signal: AbortSignal): Promise<boolean> => {
  if (!isLoopback(address)) throw new RangeError('The sample calls no address but those of this computer.');
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};
