/**
 * The commercial instances and Early Access. An account with a user name and a password lives on one of them, and its
 * integration id is good for that one alone. Of the instance for government (AU2) no address is known.
 */
export const INSTANCE_URLS: readonly string[] = [
  'https://asia1.aconex.com',
  'https://asia2.aconex.com',
  'https://au1.aconex.com',
  'https://ca1.aconex.com',
  'https://eu1.aconex.com',
  'https://ksa1.aconex.com',
  'https://mea.aconex.com',
  'https://uk1.aconex.co.uk',
  'https://us1.aconex.com',
  'https://ea1.aconex.com',
];
