import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MANIFEST = ['.next', 'app-path-routes-manifest.json'];

const patternOf = (route: string): RegExp =>
  new RegExp(
    `^${route
      .split('/')
      .map((part) =>
        /^\[\[?\.{3}/.test(part)
          ? '.*'
          : /^\[/.test(part)
            ? '[^/]+'
            : part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
      )
      .join('/')}$`,
  );

/** Addresses by the routes of a build: `/accounts/610827-…-2023` is `/accounts/[account]`. */
export function routesOf(routes: readonly string[]): (path: string) => string {
  const known = new Set(routes);
  const patterns = routes
    .filter((route) => route.includes('['))
    .sort((one, other) => one.indexOf('[') - other.indexOf('[') || other.length - one.length)
    .reverse()
    .map((route) => ({ route, pattern: patternOf(route) }));
  return (path) => {
    if (known.has(path)) return path;
    if (path.startsWith('/_next/')) return '/_next';
    return patterns.find(({ pattern }) => pattern.test(path))?.route ?? '-';
  };
}

/** The routes of the build that is served; none while it is developed. */
export function builtRoutes(folder = process.cwd()): string[] {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, ...MANIFEST), 'utf8'));
    return Object.values(found ?? {}).filter((route) => typeof route === 'string');
  } catch {
    return [];
  }
}
