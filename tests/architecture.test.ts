import { readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { filesBelow, type Import, importsOf, isCode, packageOf, readSource, root, withoutComments } from './imports';

interface Layer {
  name: string;
  files: RegExp;
  /** project paths it may import */
  from: RegExp;
  /** packages it may import; `types` of the others are free nowhere */
  packages: RegExp;
  /** packages it may import for their types only */
  types?: RegExp;
}

/** files directly in lib; the folders below it are layers of their own */
const CORE = String.raw`lib\/(?!(?:read|check|metrics|charts|panels)$)[^/]+`;
const folder = (...names: string[]) => new RegExp(`^(?:${names.join('|')})(?:\\/|$)`);
const paths = (...parts: string[]) => new RegExp(`^(?:${parts.join('|')})$`);

/** The table of the layout in README.md; the first layer whose pattern fits a file governs it. */
const LAYERS: Layer[] = [
  { name: 'core', files: /^lib\/[^/]+$/, from: paths(CORE), packages: /^(?:decimal\.js|zod)$/ },
  {
    name: 'lib/read',
    files: folder('lib/read'),
    from: paths(CORE, 'lib/read/.+'),
    packages: /^(?:node:crypto|pdfjs-dist|mammoth|hucre)$/,
  },
  { name: 'lib/check', files: folder('lib/check'), from: paths(CORE, 'lib/check/.+'), packages: /^highs$/ },
  { name: 'lib/metrics', files: folder('lib/metrics'), from: paths(CORE, 'lib/metrics/.+'), packages: /^$/ },
  {
    name: 'lib/charts',
    files: folder('lib/charts'),
    from: paths(CORE, 'lib/charts/.+'),
    packages: /^$/,
    types: /^echarts$/,
  },
  {
    name: 'lib/panels',
    files: folder('lib/panels'),
    from: paths(CORE, 'lib/metrics(?:/.+)?', 'lib/charts(?:/.+)?', 'lib/panels/.+'),
    packages: /^$/,
    types: /^echarts$/,
  },
  { name: 'db/setup', files: folder('db/setup'), from: paths('db/setup/.+'), packages: /^node:/ },
  {
    name: 'db, the conductor: loading and the command line',
    files: /^db\/(?:load(?:ing)?|sample|cli|commands?|juesuan)(?:\/|\.|$)/,
    from: paths(CORE, 'lib/read(?:/.+)?', 'lib/check(?:/.+)?', 'lib/metrics(?:/.+)?', 'db/(?!setup/).+'),
    packages: /^(?:node:.+|drizzle-orm|better-sqlite3|pg|zod|pinyin-pro|tsx)$/,
  },
  {
    name: 'db',
    files: folder('db'),
    from: paths(CORE, 'db/(?!setup/).+'),
    packages: /^(?:node:.+|drizzle-orm|better-sqlite3|pg|zod|csv-parse|pinyin-pro|yazl)$/,
  },
  {
    name: 'app',
    files: folder('app'),
    from: paths(CORE, 'lib/panels(?:/.+)?', 'db/queries(?:/.+)?', 'db/(?:open|served|exported)', 'app/.+'),
    packages:
      /^(?:next|react|react-dom|server-only|zod|echarts|sharp|hucre|@tanstack\/react-(?:table|virtual)|pino|rate-limiter-flexible|node:.+)$/,
  },
];

const layerOf = (path: string): Layer | undefined => LAYERS.find(({ files }) => files.test(path));

function allows(layer: Layer, { target, local, typeOnly }: Import): boolean {
  if (local) return layer.from.test(target);
  const name = target.startsWith('node:') ? target : packageOf(target);
  return layer.packages.test(name) || (typeOnly && layer.types?.test(name) === true);
}

/** Imports of a file against its layer, as sentences. */
function violations(path: string, source: string): string[] {
  const layer = layerOf(path);
  if (!layer) return [`${path} belongs to no layer`];
  return importsOf(path, source)
    .filter((found) => !/\.css$/.test(found.specifier) && !allows(layer, found))
    .map(({ specifier }) => `${path} (${layer.name}) imports ${specifier}`);
}

const code = ['app', 'db', 'lib'].flatMap(filesBelow).filter(isCode);

/** What a pure layer must not touch: the clock, the environment, randomness, the network. */
const IMPURE = /\b(?:process\.(?!versions)|Date\.now\(|new Date\(\)|Math\.random\(|fetch\(|setTimeout\()/;

const BANNED = /^(?:utils?|helpers?|common|managers?|services?|handlers?|misc)$/i;
const wordsOf = (path: string): string[] =>
  path.split(/[/.\-_[\]()]+|(?<=[a-z0-9])(?=[A-Z])/).filter((word) => word !== '');

describe('import directions', () => {
  test.each(code)('%s', (path) => {
    expect(violations(path, readSource(path))).toEqual([]);
  });

  test.each([
    ['lib/amount.ts', "import { openDatabase } from '../db/open';"],
    ['lib/amount.ts', "import { readFileSync } from 'node:fs';"],
    ['lib/read/title.ts', "import type { Finding } from '../check/check';"],
    ['lib/check/check.ts', "export * from '../read';"],
    ['lib/metrics/index.ts', "const read = await import('../read');"],
    ['lib/charts/bars.ts', "import { init } from 'echarts';"],
    ['lib/panels/totals.ts', "import { getAccount } from '../../db/queries/account';"],
    ['db/open.ts', "import { readDocument } from '../lib/read';"],
    ['db/setup/start.mjs', "import Database from 'better-sqlite3';"],
    ['app/page.tsx', "import { tables } from '../db/schema';"],
    ['app/page.tsx', "import { readDocument } from '../lib/read';"],
    ['app/page.tsx', "import {\n  one,\n  two,\n} from '../lib/check';"],
  ])('would refuse in %s: %s', (path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });

  test.each([
    ['lib/charts/bars.ts', "import type { EChartsCoreOption } from 'echarts/core';"],
    ['lib/charts/bars.ts', "import { type BarSeriesOption } from 'echarts/charts';"],
    ['db/load.ts', "import { readDocument } from '../lib/read';"],
    ['lib/amount.ts', "// import { openDatabase } from '../db/open';"],
  ])('would allow in %s: %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });

  it('the core has no circles', () => {
    const core = code.filter((path) => /^lib\/[^/]+$/.test(path));
    const uses = new Map(
      core.map((path) => [
        path.replace(/\.ts$/, ''),
        importsOf(path, readSource(path))
          .filter(({ local, typeOnly }) => local && !typeOnly)
          .map(({ target }) => target),
      ]),
    );
    const circle = (name: string, above: readonly string[]): string[] | undefined =>
      above.includes(name)
        ? [...above, name]
        : (uses.get(name) ?? []).map((next) => circle(next, [...above, name])).find((found) => found !== undefined);
    expect([...uses.keys()].map((name) => circle(name, [])).filter((found) => found !== undefined)).toEqual([]);
  });
});

describe('boundaries', () => {
  it('the ECharts runtime is imported by the browser component and by the SVG renderer, with the parts both draw with, and nowhere else', () => {
    const importing = code.filter((path) =>
      importsOf(path, readSource(path)).some(
        ({ target, local, typeOnly }) => !local && !typeOnly && packageOf(target) === 'echarts',
      ),
    );
    expect(importing).toEqual([
      'app/_components/chartParts.ts',
      'app/_components/liveDrawing.ts',
      'app/_components/renderSvg.ts',
    ]);
  });

  test.each(code.filter((path) => path.startsWith('lib/')))('%s asks neither clock nor environment', (path) => {
    expect(IMPURE.exec(withoutComments(readSource(path)))?.[0]).toBeUndefined();
  });

  test.each(['const now = Date.now();', 'read(process.env.HOME)', 'new Date()', 'await fetch(url)'])(
    '%s would be noticed',
    (text) => {
      expect(IMPURE.test(text)).toBe(true);
    },
  );

  it('there is one Decimal constructor', () => {
    const importing = code.filter((path) =>
      importsOf(path, readSource(path)).some(({ target }) => target === 'decimal.js'),
    );
    expect(importing).toEqual(['lib/amount.ts']);
  });
});

describe('layout', () => {
  const TOP = /^(?:package(?:-lock)?\.json|next\.config\.js|tsconfig\.json|app|db|data|lib|tests|README\.md|LICENSE)$/;
  const CONFIGS = /^(?:[a-z-]+\.config\.ts|biome\.json|knip\.json|instrumentation\.ts|proxy\.ts)$/;
  const MADE = /^(?:node_modules|var|test-results|playwright-report|next-env\.d\.ts|.+\.tsbuildinfo)$/;

  it('the top level is fixed', () => {
    const others = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !TOP.test(name) && !CONFIGS.test(name) && !MADE.test(name),
    );
    expect(others).toEqual([]);
  });

  test.each(['app', 'db', 'data', 'lib', 'tests', 'README.md', 'LICENSE', 'package.json', 'next.config.js'])(
    '%s is there',
    (name) => {
      expect(readdirSync(root)).toContain(name);
    },
  );

  it('no file is longer than 300 lines', () => {
    const long = code
      .map((path) => ({ path, lines: readSource(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('no file or folder bears a name that says nothing', () => {
    const named = ['app', 'db', 'lib', 'tests']
      .flatMap(filesBelow)
      .filter((path) => wordsOf(path).some((word) => BANNED.test(word)));
    expect(named).toEqual([]);
    expect(wordsOf('lib/read/textUtils.ts').some((word) => BANNED.test(word))).toBe(true);
  });

  it('data holds no code', () => {
    expect(filesBelow('data').filter(isCode)).toEqual([]);
  });
});
