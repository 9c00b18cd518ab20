import { STATEMENT_IDS, STATEMENTS } from '../../statements';
import { remark, type StructureCheck } from './structureCheck';

const card = {
  id: 'X-27',
  title: '同一科目在一张表中只列一行',
  formula: '一张表中同一科目编码没有金额不同的两行',
  kind: 'completeness',
  source: '决算表的列示方式',
  severity: 'warning',
} as const;

export const codesOnce: StructureCheck = {
  ...card,
  find: (ledger) =>
    STATEMENT_IDS.flatMap((statement) =>
      ledger.contradictoryRepeats(statement).map((rows) => {
        const names = [...new Set(rows.map((row) => row.name))].join('、');
        const message = `${STATEMENTS[statement].short}中 ${rows[0]?.line ?? ''} ${names} 列了 ${rows.length} 行，金额不同`;
        return remark(
          card,
          message,
          rows.map((row) => row.place),
        );
      }),
    ),
};
