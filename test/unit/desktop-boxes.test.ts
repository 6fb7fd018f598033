import { describe, expect, it } from 'vitest';
import { crashBox, hangBox, quitBox, startFailureBox } from '../../src/main/desktop/boxes.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { ERROR_CODES } from '../../src/shared/errors/codes.ts';

describe('startFailureBox', () => {
  it('says what happened, what it means, what to do and the code to quote', () => {
    expect(startFailureBox(new AppError('workspace-busy', 'Another process is writing.'))).toEqual({
      type: 'error',
      title: 'Plumbline',
      message: 'Another Plumbline has this data folder open.',
      detail:
        'Nothing was changed. Reading stays possible.\nUse the open window, or close it and try again.\n\nCode: workspace-busy',
      buttons: ['Quit'],
      noLink: true,
    });
  });

  it.each(ERROR_CODES)('has words for %s', (code) => {
    expect(startFailureBox(new AppError(code, 'x')).detail).toContain(`Code: ${code}`);
  });

  it('shows nothing of an error that is not ours: it may quote a path', () => {
    const { message, detail } = startFailureBox(new Error('ENOENT /home/someone/secret'));
    expect(`${message} ${detail}`).not.toContain('someone');
    expect(detail).toContain('Code: internal');
  });
});

describe('the boxes that ask', () => {
  it.each([
    ['quitting', quitBox()],
    ['a page that hangs', hangBox()],
  ])('leave everything as it is on Escape and Enter: %s', (_, { options, yes }) => {
    expect(options.cancelId).not.toBe(yes);
    expect(options.defaultId).toBe(options.cancelId);
    expect(options.buttons?.[yes]).toBeDefined();
  });

  it('bring the page back on Enter after too many crashes', () => {
    const { options, yes } = crashBox();
    expect(options.defaultId).toBe(yes);
    expect(options.cancelId).not.toBe(yes);
  });
});
