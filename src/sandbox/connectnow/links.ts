import { createHmac } from 'node:crypto';
import { day } from '../data/zones.ts';

/** How long a link of a confirmation mail works. */
const lifeMs = 2 * day;

/** The links of the mails the vendor would send, signed so that nobody makes one up. */
export type Links = {
  /** Returns the path and query that confirm a subscription, below the vendor's own. */
  readonly confirmation: (subscriptionId: number) => string;
  /** Tells whether the link of a subscription was made here and still works. */
  readonly isValid: (subscriptionId: number, query: URLSearchParams) => boolean;
};

/** Returns the links of the data set with this seed; `clock` in milliseconds since 1970. */
export const createLinks = (seed: number, clock: () => number): Links => {
  const sign = (id: number, expires: string): string =>
    createHmac('sha256', `sample-connectnow-${seed}`).update(`${id} ${expires}`).digest('hex');
  return {
    confirmation: (id) => {
      const expires = String(Math.floor((clock() + lifeMs) / 1000));
      return `/subscriptions/${id}/confirm?expires=${expires}&signature=${sign(id, expires)}`;
    },
    isValid: (id, query) => {
      const expires = query.get('expires') ?? '';
      return query.get('signature') === sign(id, expires) && clock() <= Number(expires) * 1000;
    },
  };
};
