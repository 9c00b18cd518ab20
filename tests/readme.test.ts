import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { CHECKS } from '../lib/check/checks';
import { IDENTITIES } from '../lib/check/identities';
import { METRICS } from '../lib/metrics';
import { PANELS } from '../lib/panels';
import { STATEMENT_IDS, STATEMENTS } from '../lib/statements';
import { filesBelow, isCode, readSource, root } from './imports';

const readme = readSource('README.md');
const names = (text: string): boolean => readme.includes(`\`${text}\``);

/** Rows of the README's tables by their first cell, without its backticks; rows of one name are joined. */
const rows = new Map<string, string>();
for (const line of readme.split('\n')) {
  const [, first, rest] = /^\|\s*`([^`]+)`[^|]*\|(.*)\|\s*$/.exec(line) ?? [];
  if (first !== undefined && rest !== undefined) rows.set(first, `${rows.get(first) ?? ''}${rest}`);
}

interface Manifest {
  bin: Record<string, string>;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(readSource('package.json')) as Manifest;

/** `/accounts/[account]/source` of a page's or route's file in app. */
function routeOf(path: string): string | undefined {
  const [, folder] = /^app((?:\/.*)?)\/(?:page|route)\.tsx?$/.exec(path) ?? [];
  if (folder === undefined) return undefined;
  return folder.replace(/\/\([^)]*\)/g, '') || '/';
}
const routes = filesBelow('app').flatMap((path) => routeOf(path) ?? []);

/** Commands as the command line itself lists them. */
const commands = [
  ...new Set(
    [
      ...execFileSync(process.execPath, [join(root, 'db', 'juesuan.mjs'), '--help'], { encoding: 'utf8' }).matchAll(
        /^\s*juesuan ([a-z]+)\b/gm,
      ),
    ].flatMap(([, name]) => name ?? []),
  ),
];

const environment = [
  ...new Set(
    ['app', 'db', 'lib', 'tests']
      .flatMap(filesBelow)
      .filter(isCode)
      .flatMap((path) => readSource(path).match(/\bJUESUAN_[A-Z]+(?:_[A-Z]+)*\b/g) ?? []),
  ),
].sort();

describe('the README names', () => {
  test.each(STATEMENT_IDS)('the statement %s with its title', (id) => {
    expect(rows.get(id)).toContain(STATEMENTS[id].title);
  });

  test.each(METRICS.map(({ id, zh, en }) => ({ id, zh, en })))('the metric $id with its names', ({ id, zh, en }) => {
    expect(rows.get(id)).toContain(zh);
    expect(rows.get(id)).toContain(en);
  });

  test.each(PANELS.map(({ id, title }) => ({ id, title })))('the panel $id', ({ id, title }) => {
    expect(rows.get(id)).toContain(title);
  });

  test.each([...IDENTITIES, ...CHECKS].map(({ id, title }) => ({ id, title })))('the check $id', ({ id, title }) => {
    expect(rows.get(id)).toContain(title);
  });

  test.each(commands)('the command %s', (name) => {
    expect(rows.has(`juesuan ${name}`)).toBe(true);
  });

  test.each(routes)('the route %s', (route) => {
    expect(names(route)).toBe(true);
  });

  test.each(Object.keys(manifest.scripts))('the script %s', (name) => {
    expect(names(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)).toBe(true);
  });

  test.each(['PORT', 'HOST', 'UPDATE_GOLDEN', ...environment])('the environment variable %s', (name) => {
    expect(rows.has(name)).toBe(true);
  });

  test.each(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))(
    'the dependency %s with its reason',
    (name) => {
      expect(rows.get(name)?.trim().length).toBeGreaterThan(20);
    },
  );
});

describe('the README and the code agree', () => {
  it('dependencies are pinned', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('no row explains a dependency that is gone', () => {
    const [, section = ''] = readme.split(/^## Dependencies$/m);
    const [table = ''] = section.split(/^## /m);
    const explained = [...table.matchAll(/^\|\s*`([^`]+)`/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort());
  });

  it('every file and folder it links to exists', () => {
    const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, path]) => path ?? []);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('it has a picture', () => {
    expect(readme).toMatch(/!\[[^\]]+\]\([^)]+\.(?:png|jpe?g|webp)\)/);
  });
});
