import { createHash } from 'node:crypto';
import type { Reading } from '../../lib/facts';
import { amountsOf } from './amounts';
import type { Chance } from './chance';
import type { SampleCodes } from './codes';
import type { SampleDepartment } from './departments';
import { Draft } from './draft';
import { SampleLedger } from './ledger';
import { writeNarrative } from './narrative';
import { slipsOf } from './slips';
import { EMPTY_REASON, type Form, hasNoPublicExpenses, writeStatements } from './statements';

/** A made-up document and what is read from it. */
export interface SampleDocument {
  file: string;
  bytes: Buffer;
  text: string;
  reading: Reading;
  /** figures were misprinted on purpose */
  isFaulty: boolean;
}

const TITLES = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
  '财政拨款“三公”经费及会议费、培训费支出决算表',
] as const;

/** So many documents say why their total changed. */
const EXPLAINED = 0.6;

/** The list of tables: what is empty, and why. */
function writeList({ draft, ledger }: Form): void {
  draft.paragraph(`第三部分 ${draft.amounts.year} 年度部门决算表`);
  draft.paragraph('目 录');
  draft.line(['序号', '内容', '是否空表', '表格为空的理由'].join('\t'));
  for (const [index, title] of TITLES.entries()) {
    const isEmpty =
      index === 7 || (index === 6 && ledger.total.fund === 0) || (index === 8 && hasNoPublicExpenses(draft.amounts));
    draft.line([`表${index + 1}`, title, isEmpty ? '是' : '否', isEmpty ? EMPTY_REASON : ''].join('\t'));
  }
  draft.line();
}

function write(
  department: SampleDepartment,
  codes: SampleCodes,
  year: number,
  chance: Chance,
  slips: ConstructorParameters<typeof Draft>[1],
): Draft {
  const formOf = (draft: Draft): Form => ({
    draft,
    ledger: new SampleLedger(draft.amounts, codes),
    codes,
    department: department.name,
  });
  const draft = new Draft(amountsOf(department, codes, year, chance), slips);
  const form = formOf(draft);
  const before = formOf(new Draft(amountsOf(department, codes, year - 1, chance)));
  draft.paragraph('示例数据：本文件是虚构的，用于演示和测量。');
  draft.paragraph(department.name);
  draft.paragraph(`${year} 年度部门决算`);
  const tookOver = year === department.years[0] ? department.tookOver : [];
  const explains = chance.of(`reason/${year}`).is(EXPLAINED);
  writeNarrative({ ...form, before, explains, region: department.region.name, tookOver });
  writeList(form);
  writeStatements(form);
  return draft;
}

/** The account of a department and year as a document in the form of the published ones. */
export function sampleDocument(
  department: SampleDepartment,
  codes: SampleCodes,
  year: number,
  chance: Chance,
): SampleDocument {
  const slips = slipsOf(chance.of(`slips/${year}`));
  const draft = write(department, codes, year, chance, slips);
  const text = draft.text();
  const bytes = Buffer.from(text);
  const file = `${department.region.code}-${department.core}-${year}.txt`;
  const reading = draft.reading({
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: 'text/plain',
    title: `${department.name}${year}年度部门决算`,
    department: department.name,
    region: department.region,
    fiscalYear: year,
  });
  return { file, bytes, text, reading, isFaulty: [...slips.keys()].some((number) => number < draft.numbers) };
}
