import { register } from 'tsx/esm/api';

register();
const { refusalOf, run } = await import('./run.ts');
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${refusalOf(error)}\n`);
  process.exitCode = 2;
}
