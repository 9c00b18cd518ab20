import { pathToFileURL } from 'node:url';
import { inRoot } from './project.mjs';

// Next's own command line, in a process that ends when the one that started it is gone, however that ended
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// (not by way of build.mjs: what listens to signals there would end this process before its answers are finished)
await import(pathToFileURL(inRoot('node_modules', 'next', 'dist', 'bin', 'next')).href);
