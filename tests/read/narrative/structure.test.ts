import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNarrative } from './reference';

const lines = (...texts: string[]): string => texts.join('\n');
const places = (text: string): string[] =>
  readNarrative(text).claims.map(({ place, printed }) => `${place.line} ${printed}`);

describe('lines and paragraphs', () => {
  it('a number broken by a line keeps the line it starts on', () =>
    expect(places(lines('本年收入合计12.', '34万元，比上年增', '加5', '', '- 3 -', '.6万元。'))).toEqual([
      '1 12.34',
      '3 5.6',
    ]));
  it('a heading never goes on with the line before', () =>
    expect(
      readNarrative(lines('本年收入合计12万元，占', '二、支出决算情况说明', '本年支出合计10万元')).claims.map(
        ({ measure, section }) => `${measure} ${section.join('>')}`,
      ),
    ).toEqual(['year_revenue ', 'year_expenditure 二、支出决算情况说明']));
  it('a heading broken over two lines is one', () =>
    expect(readNarrative(lines('四、财政拨款收入支出决算总体情', '况说明', '收入总计5万元。')).claims[0]).toMatchObject(
      {
        measure: 'fiscal_total_revenue',
        section: ['四、财政拨款收入支出决算总体情况说明'],
      },
    ));
  it('lines read elsewhere part paragraphs and are not read again', () => {
    const text = lines('收入总计5万元，支出总计', '收入总计 6万元', '7万元。');
    expect(readNarrative(text, null, [2]).claims.map(({ printed }) => printed)).toEqual(['5']);
  });
  it('text indented by tabs is text, a table is none', () =>
    expect(places(lines('\t收入总计5万元。', '', '收入总计\t5万元\t6万元'))).toEqual(['1 5']));
  it('headings inside one long line open their sections', () =>
    expect(
      readNarrative(
        '(一)收入支出决算总体情况说明 收入总计 5 万元。(二)财政拨款收入支出决算总体情况说明 收入总计 4 万元。',
      ).claims.map(({ measure }) => measure),
    ).toEqual(['total_revenue', 'fiscal_total_revenue']));
});

describe('what asserts nothing', () => {
  it.each([
    ['the contents', lines('目 录', '一、收入决算情况说明 ........ 12', '- 二、支出决算情况说明')],
    ['contents of a word processor', '一、 主要职责 PAGEREF _Toc32310 h 3'],
    ['definitions', lines('第四部分 名词解释', '1.基本支出：指支出12万元以内的费用5元。')],
    ['duties', lines('一、主要职责', '1、负责全县工业；2、完成交办的其他任务。')],
    ['papers and dates', '按照财预〔2016〕143号、国发[2014]45号文件第十四条，2023年8月15日公开，第2季度执行。'],
    ['telephones', '联系电话:(0912)6222923，13991234567。'],
    ['placeholders', '收入总计XX万元，增长××%。'],
    ['a picture', lines('（图1：收支决算总计变动情况图）', '2021年支出分布图')],
  ])('%s', (_, text) => expect(readNarrative(text)).toMatchObject({ claims: [], unread: [] }));
});

describe('subjects under headings', () => {
  const paths = (text: string) =>
    readNarrative(text).claims.map(({ subject, subjectPath }) => [subject, ...subjectPath]);
  it('a 款 and 项 stand under the 类 of the heading above', () =>
    expect(
      paths(
        lines(
          '五、一般公共预算财政拨款支出决算情况说明',
          '（一）教育支出（类）',
          '1.普通教育（款）小学教育（项）。',
          '支出决算5万元。',
        ),
      ),
    ).toEqual([['小学教育', '教育支出', '普通教育', '小学教育']]));
  it('a name without marks is a subject where subjects are listed', () =>
    expect(paths(lines('五、一般公共预算财政拨款支出决算情况说明', '1.行政运行', '支出决算5万元。'))).toEqual([
      ['行政运行', '行政运行'],
    ]));
  it('pieces of a code make the code', () =>
    expect(paths('社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）5万元。')).toEqual([
      ['2080501', '208', '社会保障和就业支出', '20805', '行政事业单位养老支出', '2080501', '行政单位离退休'],
    ]));
});

describe('what the title tells', () => {
  const title = { department: '某某县图书馆', fiscalYear: 2023 };
  it('last year under its own year', () =>
    expect(
      readNarrative('2022年公务接待费5万元，2023年为4万元。', title).claims.map(({ aspect, year }) => [aspect, year]),
    ).toEqual([
      ['prior_year', 2022],
      ['final', 2022],
    ]));
  it('a wrong year left over is no last year', () =>
    expect(readNarrative('2022年公务接待费5万元，完成预算的50%。', title).claims[0]).toMatchObject({
      aspect: 'final',
      year: 2022,
    }));
  it('the budget of next year', () =>
    expect(readNarrative('2024年公务接待费预算5万元。', title).claims[0]?.aspect).toBe('next_year_budget'));
  it('a score of the whole department', () =>
    expect(readNarrative('部门整体支出自评得分95分。', title).claims[0]?.subject).toBe('某某县图书馆'));
});

const WORDS = [
  ...[
    '收入总计',
    '支出决算',
    '“三公”经费',
    '公务接待费',
    '财政拨款收入',
    '其中：',
    '与上年相比',
    '较预算数',
    '增加',
    '下降（增长）',
    '占',
    '完成预算的',
  ],
  ...[
    '12.3万元',
    '0.5%',
    '3 890.08',
    '.04万元',
    '-5%',
    '2022年',
    '6辆',
    '（类）',
    '（2080501）',
    '（',
    '）',
    '、',
    '，',
    '；',
    '。',
    '\n',
    '\t',
    '主要原因是',
    '各',
    '均为',
    '持平',
    '办公楼',
    '1.',
    '（一）',
  ],
];

describe('any text', () => {
  const text = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 })
    .map((words) => `某${words.join('')}`);
  it('is read without failing; every claim is printed in its sentence, unsigned and in a unit', () =>
    fc.assert(
      fc.property(text, (source) => {
        for (const { printed, value, unit, sentence, place } of readNarrative(source).claims) {
          expect(sentence.replace(/\s/g, '')).toContain(printed.replace(/\s/g, ''));
          expect(value).toMatch(/^\d+(\.\d+)?$/);
          expect(unit).not.toBe('');
          expect(place.line).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
      { numRuns: 400 },
    ));
  it('foreign characters are read without failing', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (source) => readNarrative(`${source}收入总计5万元`).unread.length >= 0,
      ),
    ));
});
