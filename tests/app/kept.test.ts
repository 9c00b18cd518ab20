import { expect, it } from 'vitest';
import { Kept } from '../../app/_store/kept';

it('builds once, and forgets what was asked for longest ago', async () => {
  const kept = new Kept<string>(2);
  const built: string[] = [];
  const ask = (key: string) =>
    kept.ask(key, () => {
      built.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key);
  expect(built).toEqual(['a', 'b', 'c', 'b']);
});

it('builds once for all who ask meanwhile', async () => {
  const kept = new Kept<number>(2);
  let built = 0;
  const build = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    built += 1;
    return built;
  };
  expect(await Promise.all([kept.ask('a', build), kept.ask('a', build), kept.ask('a', build)])).toEqual([1, 1, 1]);
  expect(built).toBe(1);
});

it('does not keep a failure', async () => {
  const kept = new Kept<number>(2);
  const failing = kept.ask('a', () => {
    throw new Error('not now');
  });
  await expect(failing).rejects.toThrow('not now');
  expect(await kept.ask('a', () => 1)).toBe(1);
});
