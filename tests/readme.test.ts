import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import * as checks from '../lib/check';
import { METRICS } from '../lib/metrics';
import * as panels from '../lib/panels';
import { STATEMENT_IDS, STATEMENTS } from '../lib/statements';
import { filesBelow, isCode, readSource, root } from './imports';

const readme = readSource('README.md');
const names = (text: string): boolean => readme.includes(`\`${text}\``);

/** Rows of the README's tables by their first cell, without its backticks. */
const rows = new Map(
  readme.split('\n').flatMap((line): [string, string][] => {
    const [, first, rest] = /^\|\s*`([^`]+)`\s*\|(.*)\|\s*$/.exec(line) ?? [];
    return first !== undefined && rest !== undefined ? [[first, rest]] : [];
  }),
);

/** Everything with an id among a module's exports: lists, records, single objects. */
function idsOf(module: object): string[] {
  const found = Object.values(module).flatMap((value: unknown): unknown[] =>
    Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : [],
  );
  return found.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? [entry.id] : [],
  );
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

const environment = [
  ...new Set(
    ['app', 'db', 'lib', 'tests']
      .flatMap(filesBelow)
      .filter(isCode)
      .flatMap((path) => readSource(path).match(/\bJUESUAN_[A-Z_]+\b/g) ?? []),
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

  test.each(idsOf(panels))('the panel %s', (id) => {
    expect(rows.has(id)).toBe(true);
  });

  test.each(idsOf(checks))('the check %s', (id) => {
    expect(rows.has(id)).toBe(true);
  });

  test.each(routes)('the route %s', (route) => {
    expect(names(route)).toBe(true);
  });

  test.each(Object.keys(manifest.scripts))('the script %s', (name) => {
    expect(names(name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`)).toBe(true);
  });

  test.each(['PORT', 'HOST', ...environment])('the environment variable %s', (name) => {
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
