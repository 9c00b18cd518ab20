import { describe, expect, it, test } from 'vitest';
import { comparedWords, reasonsOf } from '../lib/reasons';
import { reasonsIn } from '../lib/reasonText';
import { readNarrative } from './read/narrative/reference';

/** Phrasings of many provinces; figures and bodies are made up. */
const STATED: readonly (readonly [text: string, ...reasons: string[]])[] = [
  ['增加5.00万元，增长2.00%，主要原因是人员增加。', '人员增加'],
  ['减少5.00万元，主要原因为项目减少，支出相应下降。', '项目减少，支出相应下降'],
  ['增长4.04%主要是职工生活补助增加。', '职工生活补助增加'],
  ['增长4.04% 主要是补助增加'.replace(' ', ''), '补助增加'],
  ['下降2%，下降的原因是厉行节约。', '厉行节约'],
  ['决算数小于预算数的主要原因是公务用车减少。', '公务用车减少'],
  ['下降的主要原因有出国团组减少、规范接待管理。', '出国团组减少、规范接待管理'],
  ['增减变化的主要原因是:无政府性基金预算。', '无政府性基金预算'],
  ['主要原因一是人员增加;二是项目增加5.00万元;三是标准提高。', '一是人员增加;二是项目增加5.00万元;三是标准提高'],
  ['主要原因:1、标准提高;2、人员增加。', '1、标准提高;2、人员增加'],
  ['减少3万元，这主要是受到疫情影响所致。', '受到疫情影响所致'],
  ['减少3万元，主要受疫情影响。', '疫情影响'],
  ['增加2万元，主要是因为调整工资标准。', '调整工资标准'],
  ['减少2万元，主要由于人员退休。', '人员退休'],
  ['减少2万元，是由于人员退休。', '人员退休'],
  ['减少2万元，系因机构改革。', '机构改革'],
  ['增加2万元，主要系新增项目。', '新增项目'],
  ['增加2万元，主要得益于上级补助。', '上级补助'],
  ['收支变动较大的主要原因是新增专项资金605.99万元。', '新增专项资金605.99万元'],
  ['减少2万元,上升主要原因是接待批次增加。', '接待批次增加'],
  ['主要原因是车辆报废；公务接待费支出决算为5万元，主要原因是批次减少。', '车辆报废', '批次减少'],
  ['主要原因是厉行节约，比上年减少2万元。', '厉行节约'],
];

/** What only looks like a reason. */
const SILENT: readonly string[] = [
  '本年支出决算105.5万元，主要用于企业改制。',
  '人员经费33万元，主要包括基本工资、津贴补贴。',
  '发现的问题及原因：预算编制不细。',
  '增加（减少）0万元，主要原因是：XX。',
  '增加0万元，主要原因是：',
  '偏差原因分析及改进措施',
  '主要是负责全县工业经济运行。',
];

describe('reasons in a text', () => {
  test.each(STATED)('%s', (text, ...reasons) => {
    expect(reasonsIn(text).map((reason) => reason.text)).toEqual(reasons);
  });

  test.each(SILENT)('nothing in %s', (text) => {
    expect(reasonsIn(text)).toEqual([]);
  });

  it('are verbatim pieces of the text', () => {
    for (const [text] of STATED)
      for (const { start, text: reason } of reasonsIn(text))
        expect(text.slice(start, start + reason.length)).toBe(reason);
  });

  it('say what they compare with and which way, where the introduction says it', () => {
    expect(reasonsIn('决算数小于预算数的主要原因是节约。')[0]).toMatchObject({
      basis: 'budget',
      direction: 'decrease',
    });
    expect(reasonsIn('比上年增加的主要原因是新增项目。')[0]).toMatchObject({ basis: 'year', direction: 'increase' });
    expect(reasonsIn('主要原因是节约。')[0]).toMatchObject({ basis: null, direction: null });
  });
});

/** Reads a narrative and attaches its reasons: `measure basis direction line text`. */
function attached(...lines: string[]): string[] {
  const { claims } = readNarrative(lines.join('\n'), { department: '某县财政局', fiscalYear: 2021 });
  return reasonsOf(claims, lines).map(
    ({ measure, basis, direction, place, text }) => `${measure} ${basis} ${direction} ${place.line} ${text}`,
  );
}

describe('reasons of figures', () => {
  it('stand in the sentence of the change', () => {
    expect(attached('九、机关运行经费支出说明', '支出决算比上年减少 1.96 万元，主要原因是公用经费支出减少。')).toEqual([
      'agency_operating_cost year decrease 2 公用经费支出减少',
    ]);
  });

  it('or in a sentence of their own behind it', () => {
    expect(
      attached(
        '一、收入支出决算总体情况说明',
        '2021 年度收入总计、支出总计均为 80.23 万元，与上年相比收入总计、支出总计增加 61.05 万元，增长 318.30%。主要是补助增加。',
      ),
    ).toEqual(['total_revenue_expenditure year increase 2 补助增加']);
  });

  it('are found across the end of a line and of a page', () => {
    expect(
      attached(
        '一、收入支出决算总体情况说明',
        '2021 年度收入总计、支出总计均为 80.23 万元，与上年相比收入总计、支出',
        '12',
        '总计增加 61.05 万元，增长 318.30%。主要原因是生活补',
        '助增加。',
      ),
    ).toEqual(['total_revenue_expenditure year increase 4 生活补助增加']);
  });

  it('belong to the nearest figure, never to the next one', () => {
    const lines = [
      '六、“三公”经费支出决算情况说明',
      '公务用车运行维护费支出决算 4 万元，比上年减少 1 万元，主要原因是车辆减少；公务接待费支出决算 2 万元，比上年增加 1 万元，主要原因是批次增加。',
    ];
    expect(attached(...lines)).toEqual([
      'vehicle_running year decrease 2 车辆减少',
      'reception year increase 2 批次增加',
    ]);
  });

  it('do not cross into the next item, and a reason beside no compared figure is left out', () => {
    expect(
      attached('九、机关运行经费支出说明', '支出决算比上年减少 1.96 万元。', '十、绩效说明', '主要原因是工作不细。'),
    ).toEqual([]);
    expect(attached('主要原因是工作不细。')).toEqual([]);
  });

  const trips = Array.from({ length: 9 }, (_, at) => `第${at + 1}批为外地考察组调研工业经济。`).join('');
  const spent = '公务接待费支出决算 2 万元，比上年减少 1 万元，下降 33.33%。';

  it('may stand far behind the figure they name in its section, when they say that it changed', () => {
    expect(attached('七、“三公”经费说明', `${spent}${trips}公务接待费减少的主要原因是厉行节约。`)).toEqual([
      'reception year decrease 2 厉行节约',
    ]);
  });

  it.each([
    ['names no figure', `${spent}${trips}减少的主要原因是厉行节约。`],
    ['says only what it was spent on', `${spent}${trips}公务接待费主要是用餐和住宿。`],
    ['says the contrary', `${spent}${trips}公务接待费增加的主要原因是来访增多。`],
    ['names another figure', `${spent}${trips}会议费减少的主要原因是视频会议增多。`],
  ])('a far one that %s is left out', (_, text) => {
    expect(attached('七、“三公”经费说明', text)).toEqual([]);
  });

  it('never reach into the section before', () => {
    expect(
      attached('七、“三公”经费说明', `${spent}${trips}`, '八、其他说明', '公务接待费减少的主要原因是厉行节约。'),
    ).toEqual([]);
  });

  it('a change of zero is no change', () => {
    const [reason] = attached(
      '九、机关运行经费支出说明',
      '机关运行经费支出决算 8 万元，比上年增加 0.00 万元，增长 0%，主要原因是标准不变。',
    );
    expect(reason).toBe('agency_operating_cost year unchanged 2 标准不变');
  });

  test.each([
    ['year', 'increase', '比上年增加'],
    ['year', 'unchanged', '与上年持平'],
    ['budget', 'decrease', '比预算减少'],
    ['budget', null, '与预算相比'],
  ] as const)('%s %s is %s', (basis, direction, words) => {
    expect(comparedWords({ basis, direction })).toBe(words);
  });
});
