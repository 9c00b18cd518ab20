import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export interface Import {
  /** as written: `./amount`, `echarts/core` */
  specifier: string;
  /** the project's path without extension (`lib/amount`), or the package's specifier */
  target: string;
  local: boolean;
  /** erased by the compiler: `import type`, or type specifiers only */
  typeOnly: boolean;
}

const STATEMENT = /^[ \t]*(?:import|export)\s+(?:(type)\s+)?(?:([^'"`;]*?)\s*\bfrom\s*)?['"]([^'"]+)['"]/gm;
const CALL = /(\btypeof\s+)?\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]\s*\)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;

const namesTypesOnly = (clause: string): boolean => {
  const [, names] = /^\{([^}]*)\}$/.exec(clause.trim()) ?? [];
  const list = (names ?? '').split(',').filter((name) => name.trim() !== '');
  return list.length > 0 && list.every((name) => /^\s*type\s/.test(name));
};

/** A file's text without its comments. */
export const withoutComments = (source: string): string => source.replace(COMMENT, '');

/** All imports, re-exports and dynamic imports of a TypeScript file; `path` is relative to the project. */
export function importsOf(path: string, source: string): Import[] {
  const code = withoutComments(source);
  const of = (specifier: string, typeOnly: boolean): Import => {
    const local = specifier.startsWith('.');
    const target = local ? posix.join(posix.dirname(path), specifier).replace(/\.(?:ts|tsx|mjs|js)$/, '') : specifier;
    return { specifier, target, local, typeOnly };
  };
  return [
    ...[...code.matchAll(STATEMENT)].map(([, type, clause = '', specifier = '']) =>
      of(specifier, type !== undefined || namesTypesOnly(clause)),
    ),
    ...[...code.matchAll(CALL)].map(([, type, specifier = '']) => of(specifier, type !== undefined)),
  ];
}

/** Paths of all files below a folder, relative to the project, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = posix.join(folder, name);
      return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
    });
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isCode = (path: string): boolean => /\.(?:ts|tsx|mjs|js)$/.test(path);

/** A package's name without the path inside it. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
