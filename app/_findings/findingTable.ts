import { getFindingList } from '../../db/queries/findingList';
import { SEVERITY_WORDS } from '../../lib/findings';
import { accountFindingsPath, type FindingSelection } from '../../lib/selection';
import type { Sheet, SheetCell } from '../_downloads/workbook';
import type { Store } from '../_store/store';
import type { CardOf } from './askFindings';

/** A table holds no more findings than this; filters make smaller ones. */
export const MOST_IN_TABLE = 5_000;
const AT_ONCE = 500;

const HEADS = [
  '决算',
  '部门',
  '地区',
  '年度',
  '序号',
  '程度',
  '核对规则',
  '规则名称',
  '发现',
  '原文行',
  '印为',
  '可能应为',
  '理由',
  '说明',
];

/** The findings of a selection as a table, in the order of the list, over all its pages. */
export async function findingTable(
  { db }: Store,
  selection: FindingSelection,
  cardOf: CardOf,
  origin: string,
): Promise<Sheet> {
  const { page: _page, ...query } = selection;
  const rows: SheetCell[][] = [];
  for (let offset = 0; offset < MOST_IN_TABLE; offset += AT_ONCE) {
    const part = await getFindingList(db, { ...query, limit: AT_ONCE, offset });
    for (const entry of part.rows) {
      const lines = [...new Set(entry.places.map(({ line }) => line))].join('、');
      const { account, department, region, fiscalYear, number, severity, check, message, suggestion } = entry;
      const title = entry.title ?? cardOf(entry)?.title ?? '';
      const found = suggestion ? [suggestion.printed, suggestion.value, suggestion.why] : ['', '', ''];
      const whose = [account, department, region?.name ?? '', fiscalYear, number];
      const href = `${origin}${accountFindingsPath(account, number)}`;
      rows.push([...whose, SEVERITY_WORDS[severity], check, title, message, lines, ...found, { text: href, href }]);
    }
    if (offset + AT_ONCE >= part.total) break;
  }
  return {
    name: '核对发现',
    heads: HEADS,
    widths: [34, 24, 12, 8, 6, 8, 10, 30, 80, 14, 14, 14, 40, 60],
    frozen: 2,
    rows,
  };
}
