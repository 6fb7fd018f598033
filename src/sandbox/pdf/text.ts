const special: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ø: 'Ø',
  '≤': '<=',
  '≥': '>=',
  '−': '-',
};
const winAnsi = /[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/**
 * Returns the text in the letters the standard PDF fonts have (WinAnsi): a macron or another mark outside them is
 * dropped with its letter kept ("Māia" becomes "Maia"); what has no such form becomes a question mark.
 */
export const toWinAnsi = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (winAnsi.test(letter)) return letter;
      const plain = special[letter] ?? letter.normalize('NFD').charAt(0);
      return [...plain].every((part) => winAnsi.test(part)) ? plain : '?';
    })
    .join('');

/** Returns an instant as a person at the site reads it: "31 Oct 2026, 09:30" in the IANA zone given. */
export const localTime = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);

/** Returns the day of an instant in the IANA zone given: "31 Oct 2026". */
export const localDay = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' }).format(instant);

/** Returns a length of time in whole minutes as "5 h 15 min". */
export const duration = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
