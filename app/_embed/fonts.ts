import { execFile } from 'node:child_process';

let known: Promise<boolean> | undefined;

/** Whether fontconfig, which the pictures' type is set with, finds a font for Chinese. macOS and Windows bring theirs. */
function ask(): Promise<boolean> {
  if (process.platform === 'darwin' || process.platform === 'win32') return Promise.resolve(true);
  return new Promise((resolve) => {
    execFile('fc-list', [':lang=zh-cn', 'family'], { timeout: 10_000 }, (error, stdout) => {
      resolve(!error && stdout.trim() !== '');
    });
  });
}

/** Asked once; what was missing is asked for again, so that installing a font needs no restart. */
export async function hasChineseFont(): Promise<boolean> {
  known ??= ask();
  const found = await known;
  if (!found) known = undefined;
  return found;
}
