import { describe, expect, it } from 'vitest';
import { judgeAge } from '../../scripts/electron-age/judge-age.ts';

const times = {
  created: '2014-01-01T00:00:00.000Z',
  '42.0.0': '2026-03-01T00:00:00.000Z',
  '43.0.0': '2026-05-01T00:00:00.000Z',
  '44.0.0': '2026-07-01T00:00:00.000Z',
  '44.10.0': '2026-10-01T00:00:00.000Z',
  '44.9.1': '2026-09-20T00:00:00.000Z',
  '45.0.0': '2026-09-01T00:00:00.000Z',
  '45.1.0': '2026-10-10T00:00:00.000Z',
  '45.2.0': '2026-11-20T00:00:00.000Z',
  '46.0.0-alpha.5': '2026-11-02T00:00:00.000Z',
};
const judge = (installed: string, day: string) => judgeAge(installed, times, Date.parse(`${day}T12:00:00.000Z`));

describe('judgeAge', () => {
  it('16 has nothing to say against the newest release', () => {
    expect(judge('45.2.0', '2027-11-22')).toBeUndefined();
  });

  it('16 gives thirty days from the first release that is newer', () => {
    expect(judge('45.1.0', '2026-12-19')).toBeUndefined();
    expect(judge('45.1.0', '2026-12-21')).toMatch(/45\.1\.0 has been behind 45\.2\.0 for 31 days/);
  });

  it('16 counts numbers as numbers', () => {
    expect(judge('44.10.0', '2026-11-22')).toBeUndefined();
    expect(judge('44.9.1', '2026-11-22')).toMatch(/behind 44\.10\.0/);
  });

  it('16 refuses a major that is out of support, and takes no alpha for a major', () => {
    expect(judge('43.0.0', '2026-11-22')).toBeUndefined();
    expect(judge('42.0.0', '2026-11-22')).toBe('Electron 42 is not supported any more: 45, 44, 43 are.');
  });

  it('16 refuses what is no release', () => {
    expect(judge('46.0.0-alpha.5', '2026-11-22')).toMatch(/no stable release/);
  });
});
