import { spawn } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DESCRIPTOR_FILE, type Descriptor } from './exports/descriptor';
import { projectFolder } from './folder';
import type { Db } from './open';

export { DESCRIPTOR_FILE, fileOf, SQLITE_FILE, ZIP_FILE } from './exports/descriptor';
export { RESOURCES } from './exports/resources';

/** A finished export of one state of the store. */
export interface Export {
  folder: string;
  version: number;
  descriptor: Descriptor;
}

/** Where exports lie: JUESUAN_EXPORTS, else beside the store. Removed and made anew at any time. */
export const exportsFolder = ({ path }: Db): string =>
  process.env.JUESUAN_EXPORTS || join(dirname(path), `${basename(path)}.exports`);

const NUMBER = /^\d+$/;
const known = new Map<string, Export>();

function readExport(folder: string): Export | undefined {
  const kept = known.get(folder);
  if (kept) return kept;
  try {
    const descriptor = JSON.parse(readFileSync(join(folder, DESCRIPTOR_FILE), 'utf8')) as Descriptor;
    const found = { folder, version: Number(descriptor.version), descriptor };
    known.set(folder, found);
    return found;
  } catch {
    return undefined;
  }
}

/** The newest finished export, of whatever version. */
export function newestExport(db: Db): Export | undefined {
  const parent = exportsFolder(db);
  if (!existsSync(parent)) return undefined;
  const versions = readdirSync(parent).filter((name) => NUMBER.test(name));
  const [newest] = versions.map(Number).sort((one, other) => other - one);
  return newest === undefined ? undefined : readExport(join(parent, String(newest)));
}

/** What is left of other states of the store, and of exports whose process is gone. */
function removeOthers(parent: string, kept: string): void {
  for (const name of readdirSync(parent)) {
    if (name === kept || !/^(?:\d+|making-\d+)$/.test(name)) continue;
    known.delete(join(parent, name));
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Another process writes the files, so that this one goes on answering; it reads one state of the store and waits for no loading. */
function write(db: Db, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder(), 'db', 'juesuan.mjs'), 'export', folder], {
      env: { ...process.env, JUESUAN_DATABASE: db.path },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said = `${said}${piece}`.slice(-2_000);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`export ended with ${code}: ${said}`))));
  });
}

async function make(db: Db): Promise<Export> {
  const parent = exportsFolder(db);
  mkdirSync(parent, { recursive: true });
  const unfinished = join(parent, `making-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    await write(db, unfinished);
    const { version } = JSON.parse(readFileSync(join(unfinished, DESCRIPTOR_FILE), 'utf8')) as Descriptor;
    const folder = join(parent, version);
    known.delete(folder);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    removeOthers(parent, version);
    const made = readExport(folder);
    if (!made) throw new Error(`export cannot be read: ${folder}`);
    return made;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** What failed is not tried again at every request: a full disk does not empty by itself. */
const REST = 60_000;

interface Making {
  running?: Promise<Export> | undefined;
  failedAt: number;
}
/** On the process, since pages and routes are bundled apart and each would begin an export of its own. */
const shared = globalThis as { juesuanExports?: Making };
shared.juesuanExports ??= { failedAt: Number.NEGATIVE_INFINITY };
const making: Making = shared.juesuanExports;

async function makeOnce(db: Db): Promise<Export> {
  if (performance.now() - making.failedAt < REST) throw new Error('export failed a moment ago');
  try {
    return await make(db);
  } catch (error) {
    making.failedAt = performance.now();
    throw error;
  }
}

/** The export of this version, made when there is none yet; one at a time. */
export function askExport(db: Db, version: number): Promise<Export> {
  const newest = newestExport(db);
  if (newest?.version === version) return Promise.resolve(newest);
  making.running ??= makeOnce(db).finally(() => {
    making.running = undefined;
  });
  return making.running;
}

export const exportedSize = ({ folder }: Export, file: string): number => statSync(join(folder, file)).size;

/** A file of an export in pieces, from one byte to another, both included. */
export const readExported = (
  { folder }: Export,
  file: string,
  range: { start?: number; end?: number } = {},
): Readable => createReadStream(join(folder, file), range);
