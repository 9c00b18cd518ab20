import { pathToFileURL } from 'node:url';
import { next } from './build.mjs';

// Next's own command line, in a process that ends when the one that started it is gone, however that ended
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
await import(pathToFileURL(next).href);
