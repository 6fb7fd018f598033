import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { lateScreen } from '../../src/renderer/app/late-screen.tsx';

const Greeting = ({ name }: { readonly name: string }) => <p>{`Hello ${name}`}</p>;

const draw = (Screen: typeof Greeting | ReturnType<typeof lateScreen<{ name: string }>>['Screen']) =>
  render(
    <Suspense fallback={<i>waiting</i>}>
      <Screen name="Aroha" />
    </Suspense>,
  );

afterEach(cleanup);

describe('lateScreen', () => {
  it('is drawn when its code has come', async () => {
    const { Screen } = lateScreen(() => Promise.resolve(Greeting));
    draw(Screen);
    expect(screen.getByText('waiting')).toBeDefined();
    expect(await screen.findByText('Hello Aroha')).toBeDefined();
  });

  it('is drawn at once when its code was loaded before', async () => {
    const { Screen, load } = lateScreen(() => Promise.resolve(Greeting));
    await load();
    draw(Screen);
    expect(screen.getByText('Hello Aroha')).toBeDefined();
  });

  it('can be loaded again after its code did not come', async () => {
    let tries = 0;
    const { load } = lateScreen(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(Greeting);
    });
    await expect(load()).rejects.toThrow('gone');
    await expect(load()).resolves.toBeUndefined();
  });
});
