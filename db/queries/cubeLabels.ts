import type { PivotDimension } from '../../lib/pivot';
import type { Db } from '../open';
import { preparedSql } from '../prepared';
import { codeName } from './codeNames';
import type { Cube, CubeRow } from './cube';
import { departmentNumber } from './departmentColumns';
import type { CodeList } from './spending';

const WORDS: Readonly<Partial<Record<PivotDimension, Readonly<Record<string, string>>>>> = {
  fund: {
    general: '一般公共预算',
    fund: '政府性基金',
    capital: '国有资本经营',
    other: '其他资金或差额',
  },
  nature: {
    basic: '基本支出',
    project: '项目支出',
    personnel: '人员经费',
    operating: '公用经费',
    other: '其他支出或差额',
  },
};

function nameOf(db: Db, list: CodeList, dimension: PivotDimension, key: string): string {
  if (dimension === 'department') {
    const number = departmentNumber(db, key);
    return (
      preparedSql<{ name: string }>(db, 'SELECT name FROM departments WHERE id = ?').get(number ?? -1)?.name ?? key
    );
  }
  if (dimension === 'region')
    return preparedSql<{ name: string }>(db, 'SELECT name FROM regions WHERE code = ?').get(key)?.name ?? '地区不明';
  if (dimension === 'class' || dimension === 'item' || dimension === 'subitem') return codeName(db, list, key) ?? key;
  return WORDS[dimension]?.[key] ?? key;
}

/** The name of every member that stands in the rows. */
export function cubeLabels(
  db: Db,
  list: CodeList,
  dimensions: readonly PivotDimension[],
  rows: readonly CubeRow[],
): Cube['labels'] {
  return Object.fromEntries(
    dimensions.map((dimension, index) => {
      const keys = new Set(rows.map((row) => row.keys[index] ?? ''));
      return [dimension, Object.fromEntries([...keys].map((key) => [key, nameOf(db, list, dimension, key)]))];
    }),
  );
}
