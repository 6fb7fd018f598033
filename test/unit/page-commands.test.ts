import { describe, expect, it } from 'vitest';
import { createPageCommands } from '../../src/main/desktop/page-commands.ts';

describe('the commands of the native menus', () => {
  it('wait for a page that does not listen yet, in their order', () => {
    const commands = createPageCommands();
    expect([commands.press('sample'), commands.press('audits')]).toEqual([false, false]);
    expect(commands.take()).toEqual(['sample', 'audits']);
    expect(commands.take()).toEqual([]);
  });

  it('are told at once to a page that listens', () => {
    const commands = createPageCommands();
    commands.take();
    expect(commands.press('sync')).toBe(true);
    expect(commands.take()).toEqual([]);
  });

  it('wait again when the page is gone, for the one that comes after it', () => {
    const commands = createPageCommands();
    commands.take();
    commands.pageGone();
    expect(commands.press('palette')).toBe(false);
    expect(commands.take()).toEqual(['palette']);
  });
});
