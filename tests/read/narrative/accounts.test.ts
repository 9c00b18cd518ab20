import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/facts';
import { hengshan2021 } from './hengshan2021';
import { mizhi2023 } from './mizhi2023';
import { readNarrative } from './reference';

const account = (file: string): string =>
  readFileSync(new URL(`../../../data/accounts/${file}`, import.meta.url), 'utf8');
const mizhi = readNarrative(account('000_c35e400ed49bcbf2.txt'), { department: '米脂县工业商贸局', fiscalYear: 2023 });
const hengshan = readNarrative(account('004_26498f16d37d7910.txt'), {
  department: '榆林市横山区工业商贸局',
  fiscalYear: 2021,
});

const lineOf = ({ place, measure, aspect, subject, printed, unit, direction, base, year }: Claim): string =>
  [place.line, measure, aspect, subject ?? '-', `${printed} ${unit}`, direction ?? '-', base ?? '-', year ?? '-'].join(
    ' | ',
  );
const expected = (table: string): string[] => table.trim().split('\n');

describe('every number of a published narrative', () => {
  it('米脂 2023', () => expect(mizhi.claims.map(lineOf)).toEqual(expected(mizhi2023)));
  it('横山 2021', () => expect(hengshan.claims.map(lineOf)).toEqual(expected(hengshan2021)));
});

describe('numbers that stay unread', () => {
  const unread = ({ unread }: typeof mizhi) =>
    unread.map(({ place, numbers, text }) => `${place.line} ${numbers.join(' ')} ${text}`);
  it('米脂: the end of an item lost at a page break, and the number of units', () =>
    expect(unread(mizhi)).toEqual([
      '158 100% 的 100%。',
      '498 1个 米脂县工业商贸局决算数据反映 1 个单位收支情况,其中包含了代管的米脂县工业商贸局单位收支情况。',
    ]));
  it('横山: the number of units', () =>
    expect(unread(hengshan)).toEqual(['103 1个 纳入本年度本部门决算编制范围的单位共 1 个，无二级预算单位：']));
});

describe('what a claim carries', () => {
  const at = (line: number, printed: string): Claim | undefined =>
    mizhi.claims.find((claim) => claim.place.line === line && claim.printed === printed);

  it('a sentence broken by a page end is whole, each number on its own line', () => {
    const sentence =
      '2023 年度政府性基金预算财政拨款年初结转和结余 0 万元，收入决算 105.5 万元，支出决算 105.5 万元，年末结转和结余 0 万元。';
    expect(at(222, '0')).toMatchObject({ sentence, value: '0', unit: '万元', decimals: 0 });
    expect(at(224, '105.5')).toMatchObject({ sentence, value: '105.5', decimals: 1 });
  });
  it('a word broken by a page end is whole', () =>
    expect(at(333, '748.9')).toMatchObject({
      measure: 'project_budget',
      sentence: expect.stringContaining('全年预算数 748.9 万元'),
    }));
  it('the headings it stands under, outermost first', () =>
    expect(at(240, '0')?.section).toEqual([
      '第二部分2023年度部门决算情况说明',
      '九、财政拨款“三公”经费及会议费、培训费支出决算情况说明',
      '（一）“三公”经费支出决算情况说明',
    ]));
  it('names of 类, 款 and 项 where no code is printed', () =>
    expect(at(162, '756.9')).toMatchObject({
      subject: '企业关闭破产补助',
      subjectPath: ['社会保障和就业支出', '企业改革补助', '企业关闭破产补助'],
    }));
  it('codes before their names where they are printed; the outermost of several 项', () =>
    expect(hengshan.claims.find(({ place }) => place.line === 377)).toMatchObject({
      subject: '210',
      subjectPath: [
        '210',
        '卫生健康支出',
        '21011',
        '行政事业单位医疗',
        '2101102',
        '行政事业单位医疗',
        '2101103',
        '公务员医疗补助',
      ],
    }));
});
