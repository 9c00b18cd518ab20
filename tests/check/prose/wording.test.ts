import { describe, expect, test } from 'vitest';
import type { Check } from '../../../lib/check/check';
import { bodyName } from '../../../lib/check/prose/bodyName';
import { lostUnits } from '../../../lib/check/prose/lostUnits';
import { mixedUnits } from '../../../lib/check/prose/mixedUnits';
import { numbering } from '../../../lib/check/prose/numbering';
import { placeholders } from '../../../lib/check/prose/placeholders';
import { punctuation } from '../../../lib/check/prose/punctuation';
import { purposes } from '../../../lib/check/prose/purposes';
import { templates } from '../../../lib/check/prose/templates';
import { years } from '../../../lib/check/prose/years';
import type { Sentence } from '../../../lib/facts';
import { claim, fact, run, sentence } from '../made';

const LAST = sentence('以上。');
const count = (check: Check, text: string, more: Partial<Sentence> = {}): number =>
  run(check, { sentences: [sentence(text, more), LAST] }).length;

/** Every line of clean prose is clean for every check of wording. */
const CLEAN = [
  '2023 年度收入总计、支出总计均为 3890.08 万元，与上年相比增加 531.83 万元，增长 15.83%。',
  '与 2022 年相比，收、支总计各减少 74.12 万元，下降 14.86%。',
  '较上年增减变化不大，与上年持平。',
  '其中：基本支出 488.13 万元，占 12.55%；项目支出 3401.95 万元，占 87.45%。',
  '2022 年市级工业转型升级项目绩效自评综述：全年预算数 228.64 万元，执行数 228.64 万元。',
  '单价 50 万元以上的通用设备 0 台（套）；单价 100 万元以上的专用设备 0 台（套）。',
  '在职人员控制率 =（在职人员数/编制数）×100%。',
  '评价得分 95，综合评价等级为“优秀”。',
  '2024 年预算安排 10 万元，较 2023 年决算增加 2 万元。',
  '机关运行经费主要用于办公费、水费、电费等支出。',
  '公务用车运行维护费 3 万元，主要用于车辆燃料费、维修费、过路过桥费、保险费。',
  '（注：上述“预算”口径为全年预算数。）',
  '联系电话：(0912)6222923。',
  '收、支总计各是 4125.49、4143.91 万元，各下降 23.51%、38.28%。',
];
describe.each([templates, placeholders, lostUnits, punctuation, bodyName, years, purposes])('$id', (check) => {
  test.each(CLEAN)('%s', (text) => {
    expect(count(check, text)).toBe(0);
  });
});

describe('P-01 模板文字', () => {
  test.each([
    '比上年增加（减少）0 万元。',
    '增长(下降)0%。',
    '较上年下降/增长 5%。',
    '较上年减增加 3 万元。',
    '决算数大小于预算数的主要原因是节约。',
    '决算数小于预算数（或与预算数持平）的主要原因是节约。',
    '（可用柱状图显示本年人员结构图）',
    '请根据实际情况填写。',
    '（图1：收、支决算总计变动情况图）（柱状图）',
  ])('%s', (text) => {
    expect(count(templates, text)).toBe(1);
  });
});

describe('P-02 占位符与漏填', () => {
  test.each([
    'XX局 2023 年度部门决算。',
    '支出××万元。',
    '占 %。',
    '比上年减少 万元。',
    '下降 %，主要是节约。',
    '主要原因是。',
    '********支出 2 万元。',
  ])('%s', (text) => {
    expect(count(placeholders, text)).toBe(1);
  });
});

describe('P-03 漏印单位', () => {
  test.each([
    ['增加 531.83 万元，增长 15.83，主要是增人。', 1],
    ['项目支出 3401.95，占 87.45%。', 1],
    ['占 87.45；', 1],
    ['决算数合计为 1000.86 万，其中：', 1],
    ['比上年增长 3 倍，', 0],
    ['各减少 1267.86，2570.97 万元。', 0],
    ['占地 200 亩，', 0],
  ])('%s', (text, found) => {
    expect(count(lostUnits, text)).toBe(found);
  });
  test('a text cut off is not a unit lost', () => {
    expect(run(lostUnits, { sentences: [sentence('增加 17.84')] })).toEqual([]);
  });
});

describe('P-04 单位不一', () => {
  test.each([
    [['10 万元', '20 万元'], 0],
    [['10 万元', '20 元'], 1],
    [['10 元', '20 元', '5 %'], 0],
  ])('%j', (printed, found) => {
    const claims = printed.map((text) => claim('reception', 'final', text));
    expect(run(mixedUnits, { claims })).toHaveLength(found);
  });
});

describe('P-05 标点与残句', () => {
  test.each([
    ['医疗费补助。。', 1],
    ['水费、租赁费……。', 1],
    ['下降 16%，减少原因原因是压缩开支。', 1],
    ['包括人员经费支和公用经费。', 1],
    ['的 100%。', 1],
    ['的确如此。', 0],
    ['（一）人员经费，主要包括：基本工资、奖金。', 0],
  ])('%s', (text, found) => {
    expect(count(punctuation, text)).toBe(found);
  });
});

describe('P-06 编号', () => {
  const body = sentence('本部门按照要求编制了年度部门决算，现将情况说明如下，请监督。');
  const told = (texts: readonly string[]): number[] => {
    const sentences = texts.map((text, at) =>
      sentence(text, {
        kind: /^[^。]*$/.test(text) ? 'heading' : 'sentence',
        section: ['甲', '乙'],
        place: { ...LAST.place, line: at + 1 },
      }),
    );
    return run(numbering, { sentences: [body, ...sentences] }).flatMap(({ places }) => places.map(({ line }) => line));
  };
  test.each([
    [['一、甲', '二、乙', '三、丙'], []],
    [['一、甲', '1.子。', '2.丑。', '二、乙', '1.寅。'], []],
    [['九、甲', '十、乙', '十一、丙', '二十、丁'], [4]],
    [['一、甲', '二、乙', '四、丁'], [3]],
    [['一、甲', '二、乙', '二、丙'], [3]],
    [['五、甲', '2.子。', '3.丑。'], [2]],
    [['五、甲', '原因：1、子；2、丑。', '3、寅。'], []],
    [['一、甲', '1.子。', '2.丑。', '4.卯。'], [4]],
    [['第一部分概况', '一、甲', '第二部分说明', '一、乙'], []],
    [['一、甲', '十、某某情况表'], []],
    [['第一部分概况', '第二部分2022年度部门决算表', '第三部分说明'], []],
    [['第一部分概况', '第三部分2022年度部门决算表'], [2]],
  ])('%j', (texts, lines) => {
    expect(told(texts)).toEqual(lines);
  });
  test('the contents are not the body', () => {
    const sentences = ['目录', '一、甲', '三、丙'].map((text) => sentence(text, { kind: 'heading' }));
    expect(run(numbering, { sentences: [...sentences, body, sentence('一、甲', { kind: 'heading' })] })).toEqual([]);
  });
});

describe('P-07 单位名称', () => {
  const document = { file: '', sha256: '', mediaType: '', title: null, region: null, fiscalYear: 2023 };
  const named = (text: string, department = '某某县工业商贸局') =>
    run(bodyName, { sentences: [sentence(text)], document: { ...document, department } }).map(({ found }) => found);
  test.each([
    ['某某县工业商贸局 2023 年度部门决算。', []],
    ['工业商贸局牵头，某某县工业商贸局落实。', []],
    ['某某县工业商务局 2023 年度部门决算。', ['某某县工业商务局']],
    ['某某县工商贸局负责。', ['某某县工商贸局']],
    ['某某县教育局负责。', []],
    ['某某县工业贸商局负责。', ['某某县工业贸商局']],
  ])('%s', (text, found) => {
    expect(named(text)).toEqual(found);
  });
  test('short names of two bodies differ in a character', () => {
    expect(named('报某某县财政局批准。', '某某县民政局')).toEqual([]);
  });
});

describe('P-08 年度', () => {
  test.each([
    ['截至 2022 年底，本单位人员编制 7 人。', 1],
    ['截至 2023 年 12 月 31 日，共有车辆 1 辆。', 0],
    ['2022 年“三公”经费财政拨款支出决算为 3.46 万元，完成预算 100%，较上年增加 2.4 万元。', 1],
    ['2022 年“三公”经费决算数合计为 807.95 万元。', 0],
    ['本部门组织对 2022 年一般公共预算项目支出全面开展绩效自评。', 1],
    ['与 2023 年相比，增加 3 万元。', 1],
    ['与 2022 年度相比，增加 3 万元。', 0],
    ['2022 年决算数为 57.43 万元，2023 年支出决算为 56.12 万元。', 0],
    ['根据 2021 年印发的办法，开展自评。', 0],
  ])('%s', (text, found) => {
    expect(count(years, text)).toBe(found);
  });
  test.each([
    ['3890.08', 1],
    ['3358.25', 0],
  ])('the total of this year, or of the last: %s', (total, found) => {
    const text = `2022 年度支出合计 ${total} 万元。`;
    const own = { ...claim('year_expenditure', 'final', `${total} 万元`), sentence: text };
    const facts = [fact('expenditure', 'total', 'total', '3890.08')];
    expect(run(years, { sentences: [sentence(text), LAST], claims: [own], facts })).toHaveLength(found);
  });
  test.each([
    ['某县教育局 2022 年“三公”经费支出决算为 3.46 万元，较上年增加 2.4 万元。', 1],
    ['教育局 2022 年“三公”经费支出决算为 3.46 万元，较上年增加 2.4 万元。', 1],
    ['（一）我局 2022 年“三公”经费支出决算为 3.46 万元，较上年增加 2.4 万元。', 1],
    ['民政局 2022 年“三公”经费支出决算为 3.46 万元，较上年增加 2.4 万元。', 0],
    ['某县教育局 2023 年“三公”经费支出决算为 3.46 万元，较上年增加 2.4 万元。', 0],
  ])('behind the department: %s', (text, found) => {
    const document = {
      file: '',
      sha256: '',
      mediaType: '',
      title: null,
      department: '某县教育局',
      region: null,
      fiscalYear: 2023,
    };
    expect(run(years, { sentences: [sentence(text), LAST], document })).toHaveLength(found);
  });
  test('a heading', () => {
    expect(count(years, '第二部分 2022 年度部门决算情况说明', { kind: 'heading' })).toBe(1);
    expect(count(years, '第二部分 2023 年度部门决算情况说明', { kind: 'heading' })).toBe(0);
  });
  test('without a year of its own nothing is told', () => {
    const document = {
      file: '',
      sha256: '',
      mediaType: '',
      title: null,
      department: null,
      region: null,
      fiscalYear: null,
    };
    expect(run(years, { sentences: [sentence('截至 2022 年底，人员 7 人。')], document })).toEqual([]);
  });
});

describe('P-09 用途', () => {
  test.each([
    ['机关事业单位职业年金缴费支出（项）5 万元，主要用于缴纳在职职工职业年金。', 0],
    ['住房公积金（项）5 万元，主要用于缴纳职工基本医疗保险费。', 1],
    ['公务接待费 5 万元，主要用于车辆燃料费、过路过桥费。', 1],
    ['其他支出 5 万元，主要用于车辆燃料费。', 0],
  ])('%s', (text, found) => {
    expect(count(purposes, text)).toBe(found);
  });
});
