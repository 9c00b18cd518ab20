import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { causeOf } from './causes.mjs';
import { run, StepError } from './command.mjs';
import { database, hashOf, inRoot, readText, root } from './project.mjs';

const folder = 'data/accounts';

/** The documents, the code lists, and the code that reads and stores them. */
const wanted = () => hashOf([folder, 'data/reference', 'lib', 'db', 'package-lock.json']);

const isAddress = (store) => /^postgres(ql)?:\/\//.test(store);

/** A stamp stands beside the file it speaks of, and only for that very file. */
function stampOf(store) {
  const file = resolve(root, store);
  return { file, path: `${file}.loaded`, inode: () => (existsSync(file) ? statSync(file).ino : undefined) };
}

function lastLoad(store) {
  if (isAddress(store)) return undefined;
  const { path, inode } = stampOf(store);
  const text = readText(path);
  if (text === undefined) return undefined;
  const last = JSON.parse(text);
  return last.inode === inode() && last.sources === wanted() ? last : undefined;
}

const refusedLines = (output) =>
  output
    .split('\n')
    .filter((line) => line.trim())
    .slice(-6)
    .join('\n');

/** Migrates the store and loads `data/accounts` unless nothing changed since; returns what was done. */
export async function load(note) {
  const store = database();
  const last = lastLoad(store);
  if (last) return last.refused ? `文件未变；上次有文件未能载入：\n${last.refused}` : '文件未变，库已是最新';
  if (!isAddress(store)) mkdirSync(dirname(resolve(root, store)), { recursive: true });
  const sources = wanted();
  const { code, output } = await run(process.execPath, [inRoot('db', 'juesuan.mjs'), 'load', folder], { note });
  if (code !== 0 && code !== 2)
    throw new StepError(`载入 ${folder} 未成功（退出码 ${code}）。${causeOf(output, code)}`, output);
  const refused = code === 2 ? refusedLines(output) : '';
  if (!isAddress(store)) {
    const { path, inode } = stampOf(store);
    writeFileSync(path, JSON.stringify({ sources, inode: inode(), refused }));
  }
  return refused ? `有文件未能载入：\n${refused}` : `${folder} 已载入 ${store.replace(/\/\/[^@/]*@/, '//')}`;
}
