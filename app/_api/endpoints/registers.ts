import { z } from 'zod';
import { getChecks } from '../../../db/queries/checks';
import { getDepartmentPage, getDepartmentRow } from '../../../db/queries/departmentPages';
import { getFigureNames } from '../../../db/queries/figures';
import { getRegionPage, getRegionRow, getSubjectPage } from '../../../db/queries/registerPages';
import { getSubject } from '../../../db/queries/subject';
import { collection, type Endpoint, item } from '../endpoint';
import { notStored } from '../notFound';
import { many, one } from '../parameter';
import { DEPARTMENT_FILTERS, filters, inPath } from '../parameters';
import {
  checkRow,
  codeList,
  departmentRow,
  figureName,
  regionRow,
  severity,
  subjectDetail,
  subjectRow,
} from '../schemas';

const text = z.string();

/** What accounts are named and coded with. */
export const registers: readonly Endpoint[] = [
  collection({
    id: 'listRegions',
    path: '/regions',
    title: '行政区划',
    about: '有决算的行政区划，及其下各级的份数；依代码排列。',
    example: () => '/regions?limit=2',
    inPath: {},
    inQuery: { region: filters.region, level: filters.level },
    row: regionRow,
    position: z.tuple([text]),
    rows: (db, { query, after, limit }) => getRegionPage(db, query, { after, limit }),
  }),
  item({
    id: 'getRegion',
    path: '/regions/{region}',
    title: '一个行政区划',
    about: '一个行政区划。',
    example: ({ region }) => `/regions/${region}`,
    inPath: { region: inPath.region },
    inQuery: {},
    answer: regionRow,
    find: async ({ db }, { path: { region } }) => {
      const data = getRegionRow(db, region);
      if (!data) throw notStored('unknown_region', '行政区划', region);
      return { data };
    },
  }),
  collection({
    id: 'listDepartments',
    path: '/departments',
    title: '部门',
    about: '有决算的部门；依行政区划和编号排列。',
    example: ({ region }) => `/departments?region=${region}&limit=2`,
    inPath: {},
    inQuery: DEPARTMENT_FILTERS,
    row: departmentRow,
    position: z.tuple([text, text]),
    rows: (db, { query, after, limit }) => getDepartmentPage(db, query, { after, limit }),
  }),
  item({
    id: 'getDepartment',
    path: '/departments/{department}',
    title: '一个部门',
    about: '一个部门；它的决算在 /accounts?department=。',
    example: ({ department }) => `/departments/${department}`,
    inPath: { department: inPath.department },
    inQuery: {},
    answer: departmentRow,
    find: async ({ db }, { path: { department } }) => {
      const data = getDepartmentRow(db, department);
      if (!data) throw notStored('unknown_department', '部门', department);
      return { data };
    },
  }),
  collection({
    id: 'listSubjects',
    path: '/subjects',
    title: '科目',
    about: '现行支出功能分类和经济分类的科目；依编码排列。',
    example: () => '/subjects?list=functional&code=20805&limit=2',
    inPath: {},
    inQuery: {
      list: many(codeList, 'functional 功能分类，economic 经济分类'),
      code: filters.codes,
      level: many(z.coerce.number().int().min(1).max(3).describe('应为 1、2 或 3'), '1 类，2 款，3 项'),
    },
    row: subjectRow,
    position: z.tuple([text, text]),
    rows: (db, { query: { list: lists, code: codes, level: levels }, after, limit }) =>
      getSubjectPage(
        db,
        { ...(lists ? { lists } : {}), ...(codes ? { codes } : {}), ...(levels ? { levels } : {}) },
        { after, limit },
      ),
  }),
  item({
    id: 'getSubject',
    path: '/subjects/{list}/{code}',
    title: '一个科目',
    about:
      '一个科目各年度的合计支出（万元）：全部、一个行政区划或所选部门的。经济分类为一般公共预算基本支出。合计只含印有它的部门。',
    example: () => '/subjects/functional/208',
    inPath: { list: one(codeList, 'functional 或 economic'), code: inPath.code },
    inQuery: {
      region: filters.region,
      department: many(inPath.department.schema as z.ZodType<string>, '只算这些部门'),
      like_for_like: one(z.enum(['0', '1']), '1：旧科目并入现行科目，同口径比较'),
    },
    answer: subjectDetail,
    find: async ({ db }, { path: { list, code }, query: { region, department, like_for_like }, origin }) => {
      const detail = await getSubject(db, {
        list,
        code,
        likeForLike: like_for_like === '1',
        ...(region ? { region } : {}),
        ...(department ? { departments: department } : {}),
      });
      if (!detail) throw notStored('unknown_subject', '科目', code);
      const { name, level, path, children, printedNames, years } = detail;
      const url = `${origin}/subjects/${list}/${code}`;
      return { data: { list, code, name, level, path, children, printedNames, unit: '万元' as const, years, url } };
    },
  }),
  item({
    id: 'listFigures',
    path: '/figures',
    title: '数额与指标的名录',
    about: 'measures 与 metrics 里有的：编号、名称、单位、公式。',
    example: () => '/figures?kind=metric',
    inPath: {},
    inQuery: { kind: one(z.enum(['measure', 'metric']), 'measure 公布的数额，metric 算得的指标') },
    answer: z.array(figureName),
    find: async ({ db }, { query: { kind } }) => ({
      data: (await getFigureNames(db)).filter((name) => kind === undefined || name.kind === kind),
    }),
  }),
  item({
    id: 'listChecks',
    path: '/checks',
    title: '核对规则',
    about: '全部勾稽关系和文字核对：findings 里的 check 是它们的编号；同一编号可有几条，以标题区分。',
    example: () => '/checks?severity=note',
    inPath: {},
    inQuery: { severity: one(severity, 'error 矛盾，warning 待查，note 提示') },
    answer: z.array(checkRow),
    find: async ({ db }, { query }) => ({
      data: (await getChecks(db)).filter((card) => query.severity === undefined || card.severity === query.severity),
    }),
  }),
];
