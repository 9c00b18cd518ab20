import { describe, expect, test } from 'vitest';
import { budgetWords } from '../../../lib/check/narrative/budgetWords';
import { parts, procurement } from '../../../lib/check/narrative/parts';
import { units } from '../../../lib/check/narrative/units';
import { vehicleKinds } from '../../../lib/check/narrative/vehicleKinds';
import type { MeasureId } from '../../../lib/measures';
import { claim, fact, run, sentence, told } from '../made';

const stated = (amounts: readonly (readonly [MeasureId, string])[]) =>
  amounts.map(([measure, amount]) => claim(measure, 'final', `${amount} 万元`));

describe('N-28 各项之和', () => {
  test.each([
    [
      [
        ['general_basic_expenditure', '911.7'],
        ['personnel_expenditure', '864.8'],
        ['operating_expenditure', '46.9'],
      ],
      [],
    ],
    [
      [
        ['general_basic_expenditure', '100.00'],
        ['personnel_expenditure', '60.00'],
        ['operating_expenditure', '40.01'],
      ],
      [],
    ],
    [
      [
        ['general_basic_expenditure', '100.00'],
        ['personnel_expenditure', '60.00'],
        ['operating_expenditure', '40.02'],
      ],
      ['error: 一般公共预算财政拨款基本支出印为 100.00 万元，其中各项 60.00 + 40.02 = 100.02，超过总数'],
    ],
    [
      [
        ['general_basic_expenditure', '911.7'],
        ['personnel_expenditure', '489.18'],
        ['operating_expenditure', '46.89'],
      ],
      ['error: 一般公共预算财政拨款基本支出印为 911.7 万元，其中各项 489.18 + 46.89 = 536.07，不足总数'],
    ],
    [
      [
        ['year_expenditure', '100'],
        ['basic_expenditure', '40'],
      ],
      [],
    ],
    [
      [
        ['year_expenditure', '100'],
        ['basic_expenditure', '40'],
        ['project_expenditure', '50'],
      ],
      ['error: 本年支出合计印为 100 万元，其中各项 40 + 50 = 90，不足总数'],
    ],
    [
      [
        ['vehicles', '5'],
        ['vehicle_running', '8'],
      ],
      [
        'error: 公务用车购置及运行维护费印为 5 万元，其中各项 8，超过总数',
        'error: 公务用车运行维护费 8 万元，超过公务用车购置及运行维护费 5 万元',
      ],
    ],
  ] as const)('%j', (amounts, messages) => {
    expect(told(run(parts, { claims: stated(amounts) }))).toEqual(messages);
  });
  test('figures that the statements print are compared there', () => {
    const claims = stated([
      ['year_expenditure', '100'],
      ['basic_expenditure', '40'],
      ['project_expenditure', '50'],
    ]);
    const facts = (['total', 'basic', 'project'] as const).map((column) => fact('expenditure', 'total', column, '1'));
    expect(run(parts, { claims, facts })).toEqual([]);
  });
});

describe('N-28 公务接待费', () => {
  const reception = (whole: string, home: string, ...abroad: readonly (readonly [string, string])[]) =>
    told(
      run(parts, {
        claims: [
          claim('reception', 'final', `${whole} 万元`),
          claim('reception', 'final', `${home} 万元`, { subject: '国内' }),
          ...abroad.map(([subject, value]) => claim('reception', 'final', `${value} 万元`, { subject })),
        ],
      }),
    );
  test('国内 alone, and foreign guests within it or beside it', () => {
    expect(reception('3.00', '3.00')).toEqual([]);
    expect(reception('3.00', '2.50')).toEqual([]);
    expect(reception('3.00', '3.00', ['外事', '0.50'])).toEqual([]);
    expect(reception('3.50', '3.00', ['国（境）外', '0.50'])).toEqual([]);
  });
  test('at the rounding bound', () => {
    expect(reception('3.00', '3.01')).toEqual([]);
    expect(reception('3.00', '3.02')).toEqual(['error: 公务接待费印为 3.00 万元，其中国内接待 3.02 万元，超过总数']);
  });
  test('too little', () =>
    expect(reception('3.00', '2.00', ['国（境）外', '0.50'])).toEqual([
      'error: 公务接待费印为 3.00 万元，其中国内接待 2.00 万元，与国（境）外、外事接待合计不足总数',
    ]));
});

describe('N-20 政府采购', () => {
  test.each([
    [
      [
        ['procurement_total', '709.65'],
        ['procurement_goods', '0'],
        ['procurement_works', '39'],
        ['procurement_services', '670.65'],
      ],
      0,
    ],
    [
      [
        ['procurement_total', '709.65'],
        ['procurement_goods', '0'],
        ['procurement_works', '39'],
        ['procurement_services', '607.65'],
      ],
      1,
    ],
    [
      [
        ['procurement_total', '100'],
        ['procurement_sme', '100'],
      ],
      0,
    ],
    [
      [
        ['procurement_total', '100'],
        ['procurement_sme', '102'],
      ],
      1,
    ],
    [
      [
        ['procurement_total', '100'],
        ['procurement_sme', '50'],
        ['procurement_micro', '60'],
      ],
      1,
    ],
  ] as const)('%j', (amounts, count) => {
    expect(run(procurement, { claims: stated(amounts) })).toHaveLength(count);
  });
});

describe('the figure of a sum that one slip explains', () => {
  test.each([
    // 670.65 with two digits swapped; the whole 646.65 is none
    ['709.65', '0', '39', '607.65', '670.65'],
    ['42310.00', '3831.00', '0.00', '4000.00', '38310.00'],
    // two parts could each be one digit off
    ['133.5', '63.5', '100', '0', undefined],
  ] as const)('%s = %s + %s + %s: %s', (total, goods, works, services, value) => {
    const claims = stated([
      ['procurement_total', total],
      ['procurement_goods', goods],
      ['procurement_works', works],
      ['procurement_services', services],
    ]);
    expect(run(procurement, { claims })[0]?.suggestion?.value).toBe(value);
  });
});

describe('N-21 车辆', () => {
  test.each([
    ['共有车辆 0 辆，其中副部（省）级以上领导用车 0 辆，其他用车 0 辆。', []],
    ['公务用车保有量38辆,其中:公务用车4辆,执勤执法用车34辆。', []],
    ['共有车辆1辆。', []],
    ['共有车辆8辆，其中：一般公务用车6辆、特种作业车3辆。', ['error: 车辆合计印为 8 辆，各类车辆 6 + 3 = 9 辆']],
    ['共有车辆 8 辆，其中：其他用车 7 辆。', ['error: 车辆合计印为 8 辆，各类车辆 7 辆']],
    ['共有车辆 8 辆，其中：应急用车 7 辆。', []],
    ['公务用车保有量 8 辆，其中：本年购置 1 辆。', []],
  ])('%s', (text, messages) => {
    expect(told(run(vehicleKinds, { sentences: [sentence(text)] }))).toEqual(messages);
  });
  test('kinds listed in the next sentence', () => {
    const kindsOf = (whole: number) =>
      told(
        run(vehicleKinds, {
          sentences: [
            sentence(`截至2022年12月31日，本部门共有车辆${whole}辆，与上年持平。`),
            sentence('其中，机要通信用车1辆，应急保障用车2辆。'),
          ],
        }),
      );
    expect(kindsOf(3)).toEqual([]);
    expect(kindsOf(4)).toEqual(['error: 车辆合计印为 4 辆，各类车辆 1 + 2 = 3 辆']);
  });
});

describe('N-26 单位', () => {
  const facts = [fact('expenditure', 'total', 'total', '3890.08')];
  test.each([
    ['3890.08 万元', []],
    ['3890.08 元', ['error: “3890.08元”的单位应为万元：与 支出表“total” 3890.08 万元是同一数']],
    ['38900800 元', []],
    ['3891.00 元', []],
  ])('%s', (printed, messages) => {
    expect(told(run(units, { claims: [claim('year_expenditure', 'final', printed)], facts }))).toEqual(messages);
  });
  test('a sentence in 元 throughout', () => {
    const claims = ['final', 'budget'] as const;
    expect(
      run(units, { claims: claims.map((aspect) => claim('year_expenditure', aspect, '3890.08 元')), facts }),
    ).toEqual([]);
  });
});

describe('N-33 大于、小于', () => {
  const about = (text: string, budget: string, final: string) => ({
    sentences: [sentence(text)],
    claims: [
      claim('reception', 'budget', `${budget} 万元`, { sentence: text }),
      claim('reception', 'final', `${final} 万元`, { sentence: text }),
      claim('reception', 'completion', `${((Number(final) / Number(budget)) * 100).toFixed(2)} %`, { sentence: text }),
    ],
  });
  test.each([
    ['决算数小于预算数的主要原因是节约。', '10', '8', []],
    ['决算数大于预算数的主要原因是增人。', '10', '12', []],
    ['决算数与预算数持平。', '10', '10', []],
    ['决算数小于预算数（或与预算数持平）的主要原因是节约。', '10', '12', []],
    [
      '决算数大于预算数的主要原因是节约。',
      '10',
      '8',
      ['error: 公务接待费写为决算数大于预算数，但决算 8、预算 10 万元，应为小于'],
    ],
    [
      '决算数小于预算数的主要原因是节约。',
      '10',
      '10',
      ['warning: 公务接待费写为决算数小于预算数，但决算 10、预算 10 万元，应为等于'],
    ],
  ])('%s %s %s', (text, budget, final, messages) => {
    expect(told(run(budgetWords, about(text, budget, final)))).toEqual(messages);
  });
});
