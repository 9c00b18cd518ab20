import type { Reading } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { codesOf, describedStatement, headingRows } from '../narrative/headingRows';
import { isNearMiss, spelled } from './spelling';

/** Names of the list without codes that miss a printed heading by a character or two. */
function drafts(reading: Reading): Draft[] {
  const statement = describedStatement(reading);
  if (!statement) return [];
  const rows = headingRows(reading, statement);
  const names = new Set(rows.map(({ name }) => spelled(name)));
  const seen = new Set<string>();
  return reading.claims.flatMap((claim, index): Draft[] => {
    if (claim.measure !== 'subject_expenditure' || codesOf(claim).length > 0) return [];
    return claim.subjectPath.flatMap((name): Draft[] => {
      const row = names.has(spelled(name)) ? undefined : rows.find((one) => isNearMiss(name, one.name));
      if (!row || seen.has(name)) return [];
      seen.add(name);
      return [
        {
          message: `文字说明写作“${name}”，表中科目 ${row.code} 为“${row.name}”，只差一两个字，疑为笔误`,
          places: [claim.place, row.place],
          expected: row.name,
          found: name,
          suggestion: { place: claim.place, printed: name, value: row.name, why: '与表中名称只差一两个字' },
          claims: [index],
        },
      ];
    });
  });
}

export const itemNames = defineCheck(
  {
    id: 'N-32',
    title: '说明中的科目名称与表中一致',
    formula: '逐项说明的类、款、项名称 = 支出决算表中的名称',
    kind: 'name against code',
    source: '同一文件前后一致',
    severity: 'warning',
  },
  ({ reading }) => drafts(reading),
);
