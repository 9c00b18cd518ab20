import { z } from 'zod';
import type { Db } from '../../../db/open';
import { hasAccount } from '../../../db/queries/accountPages';
import type { AccountScope } from '../../../db/queries/accountSteps';
import { getClaimPage, getFactPage, getFindingPage, getStatementPage } from '../../../db/queries/contentPages';
import { getFigurePage } from '../../../db/queries/figurePages';
import { figureRow } from '../../../db/queries/figures';
import type { PageAsk, RowPage } from '../../../db/queries/rowPages';
import { MEASURE_IDS, type MeasureId } from '../../../lib/measures';
import type { Place } from '../../../lib/place';
import { accountFindingsPath, accountPath, sourcePath } from '../../../lib/selection';
import { Problem, quoted } from '../../_answers/problem';
import { collection, type Endpoint, item } from '../endpoint';
import { notStored } from '../notFound';
import { many, one, type Parameters, type Values } from '../parameter';
import { ACCOUNT_FILTERS, filters, inPath, scopeOf } from '../parameters';
import * as schemas from '../schemas';

interface Content<Q extends Parameters, R extends z.ZodObject> {
  /** last part of the path, and of the operations' names */
  name: string;
  title: string;
  about: string;
  example: string;
  own: Q;
  row: R;
  page(db: Db, scope: AccountScope, query: Values<Q>, ask: PageAsk, origin: string): RowPage<z.infer<R>>;
}

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const position = z.tuple([z.string(), z.number()]);

/** The rows of one account, and the same of all accounts. */
function contentOf<Q extends Parameters, R extends z.ZodObject>(spec: Content<Q, R>): Endpoint[] {
  const { name, title, about, example, own, row, page } = spec;
  return [
    collection({
      id: `list${capital(name)}`,
      path: `/${name}`,
      title,
      about: `${about}依决算的编号和在文件中的次序排列。`,
      example: ({ department }) => `/${name}?department=${department}&${example}`,
      inPath: {},
      inQuery: { ...ACCOUNT_FILTERS, ...own } as typeof ACCOUNT_FILTERS & Q,
      row,
      position,
      rows: (db, { query, after, limit, origin }) =>
        page(db, scopeOf(accountFilters(query)), query as unknown as Values<Q>, { after, limit }, origin),
    }),
    collection({
      id: `listAccount${capital(name)}`,
      path: `/accounts/{account}/${name}`,
      title: `一份决算的${title}`,
      about: `${about}依在文件中的次序排列。`,
      example: ({ account }) => `/accounts/${account}/${name}?${example}`,
      inPath: { account: inPath.account },
      inQuery: own,
      row,
      position,
      rows: (db, { path: { account }, query, after, limit, origin }) => {
        if (!hasAccount(db, account)) throw notStored('unknown_account', '决算', account);
        return page(db, { accounts: [account] }, query, { after, limit }, origin);
      },
    }),
  ];
}

const accountFilters = (query: Readonly<Record<string, unknown>>): Values<typeof ACCOUNT_FILTERS> =>
  Object.fromEntries(Object.keys(ACCOUNT_FILTERS).map((name) => [name, query[name]]));

/** Leaves out what is not asked for. */
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const at = <Row extends { account: string; place: Place }>(row: Row, origin: string): Row & { source: string } => ({
  ...row,
  source: `${origin}${sourcePath(row.account, row.place)}`,
});

type FindingEntry = ReturnType<typeof getFindingPage>['rows'][number];

const linkedFinding = (row: FindingEntry, origin: string): z.infer<typeof schemas.findingRow> => ({
  ...row,
  url: `${origin}${accountFindingsPath(row.account, row.number)}`,
  source: `${origin}${sourcePath(row.account, row.places[0])}`,
});

const withSources = <Row extends { account: string; place: Place }>({ rows, next }: RowPage<Row>, origin: string) => ({
  rows: rows.map((row) => at(row, origin)),
  next,
});

interface Figures {
  kind: 'measure' | 'metric';
  name: string;
  title: string;
  about: string;
  example: string;
  figure: z.ZodType<string>;
}

/** Measures or metrics, chosen by a parameter that bears their name. */
const figuresOf = ({ kind, figure, example, ...named }: Figures) =>
  contentOf({
    ...named,
    example: `${kind}=${example}&limit=2`,
    own: {
      [kind]: many(figure, `只要这些，如 ${example}；编号见 /figures`),
      disputed: one(z.enum(['0', '1']), '1：只要与其他公布数矛盾的；0：只要没有矛盾的'),
    },
    row: schemas.figureRow,
    page: (db, scope, query, ask, origin) => {
      const { disputed } = query;
      const figures = query[kind] as string[] | undefined;
      const unknown = figures?.find((id) => figureRow(db, id)?.kind !== kind);
      if (unknown !== undefined)
        throw new Problem(
          400,
          'bad_parameter',
          '参数有误',
          `参数 ${quoted(kind)} 不能是${quoted(unknown)}：见 /figures。`,
          {
            parameter: kind,
            allowed: `${origin}/api/v1/figures?kind=${kind}`,
          },
        );
      const { rows, next } = getFigurePage(
        db,
        scope,
        { kind, ...given({ figures }), ...(disputed === undefined ? {} : { disputed: disputed === '1' }) },
        ask,
      );
      const url = (account: string, line: number | null): string =>
        `${origin}${line === null ? accountPath(account) : sourcePath(account, { line })}`;
      return { rows: rows.map((row) => ({ ...row, url: url(row.account, row.line) })), next };
    },
  });

/** What stands in the documents, and what follows from it. */
export const content: readonly Endpoint[] = [
  ...contentOf({
    name: 'statements',
    title: '决算表',
    about: '公开的九张决算表：有数、空表还是未见。',
    example: 'state=filled&limit=2',
    own: {
      statement: many(schemas.statementId, '决算表'),
      state: many(schemas.statementState, 'filled 有数，empty 空表，absent 未见'),
    },
    row: schemas.statementRow,
    page: (db, scope, { statement: statements, state: states }, ask, origin) =>
      withSources(getStatementPage(db, scope, given({ statements, states }), ask), origin),
  }),
  ...contentOf({
    name: 'facts',
    title: '表中的数字',
    about: '决算表里印着的每一个金额；空白不算，印着的 0 算。',
    example: 'statement=expenditure&code=208&limit=2',
    own: {
      statement: many(schemas.statementId, '决算表'),
      code: filters.codes,
      column: many(schemas.columnId, '栏次'),
      side: many(schemas.side, 'revenue 收入方，expenditure 支出方'),
    },
    row: schemas.factRow,
    page: (db, scope, { statement: statements, code: codes, column: columns, side: sides }, ask, origin) =>
      withSources(getFactPage(db, scope, given({ statements, codes, columns, sides }), ask), origin),
  }),
  ...contentOf({
    name: 'claims',
    title: '叙述中的数字',
    about: '文字说明里说到的数字，连同那一句。',
    example: 'measure=agency_operating_cost&limit=2',
    own: {
      measure: many(schemas.measureId, '说的是什么'),
      aspect: many(schemas.aspectId, '说的是哪一方面：final 决算数，change_on_year 比上年增减额，…'),
      subject: many(filters.text(60, '2080505'), '科目、项目或部门，照叙述所说'),
    },
    row: schemas.claimRow,
    page: (db, scope, { measure: measures, aspect: aspects, subject: subjects }, ask, origin) =>
      withSources(getClaimPage(db, scope, given({ measures, aspects, subjects }), ask), origin),
  }),
  ...figuresOf({
    kind: 'measure',
    name: 'measures',
    title: '公布的数额',
    about: '一份决算的每个数额一行：多处印着而不一致的，采用各表勾稽所支持的并注明。',
    example: 'total_expenditure',
    figure: z.enum(MEASURE_IDS as [MeasureId, ...MeasureId[]]),
  }),
  ...figuresOf({
    kind: 'metric',
    name: 'metrics',
    title: '算得的指标',
    about: '由公布的数额按公式算得，连同舍入所允许的上下限。',
    example: 'growth_total',
    figure: z
      .string()
      .regex(/^[a-z][a-z_]{0,60}$/)
      .describe('应为指标的编号，如 growth_total'),
  }),
  ...contentOf({
    name: 'findings',
    title: '核对发现',
    about: '勾稽关系和文字核对所发现的。',
    example: 'severity=error&limit=2',
    own: {
      severity: many(schemas.severity, 'error 矛盾，warning 待查，note 提示'),
      check: many(filters.checkId, '核对规则的编号，如 T3-01'),
    },
    row: schemas.findingRow,
    page: (db, scope, { severity: severities, check: checks }, ask, origin) => {
      const { rows, next } = getFindingPage(db, scope, given({ severities, checks }), ask);
      return { rows: rows.map((row) => linkedFinding(row, origin)), next };
    },
  }),
  item({
    id: 'getFinding',
    path: '/accounts/{account}/findings/{number}',
    title: '一条核对发现',
    about: '一份决算的一条发现。',
    example: ({ account }) => `/accounts/${account}/findings/1`,
    inPath: { account: inPath.account, number: inPath.number },
    inQuery: {},
    answer: schemas.findingRow,
    find: async ({ db }, { path: { account, number }, origin }) => {
      // the number counts from 1, positions from 0
      const { rows } = getFindingPage(db, { accounts: [account] }, {}, { after: [account, number - 2], limit: 1 });
      const found = rows.find((row) => row.number === number);
      if (!found) throw notStored('unknown_finding', '发现', `${account} ${number}`);
      return { data: linkedFinding(found, origin) };
    },
  }),
];
