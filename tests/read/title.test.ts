import { describe, expect, it } from 'vitest';
import { fiscalYearOf, yearIn } from '../../lib/read/fiscalYear';
import { regionOf } from '../../lib/read/region';
import { linesOf } from '../../lib/read/statements/lines';
import { organisationIn, unitIn } from '../../lib/read/statements/preamble';
import { bareTitle, isTitlePiece, numberIn, statementOf } from '../../lib/read/statements/titles';
import { readText } from '../../lib/read/text';
import { readLines, reference } from './rendering';

const linesIn = (text: string) => linesOf(readText(new TextEncoder().encode(text), 'a.txt'));

describe('a statement is recognised by its title', () => {
  it.each([
    ['收入支出决算总表', 'revenue_expenditure_summary'],
    ['一、收入支出决算总表', 'revenue_expenditure_summary'],
    ['公开01表收入支出决算总表', 'revenue_expenditure_summary'],
    ['收入支出决算总表（公开01表）', 'revenue_expenditure_summary'],
    ['收 入 支 出 决 算 总 表', 'revenue_expenditure_summary'],
    ['2021年度部门收支决算总表', 'revenue_expenditure_summary'],
    ['住房和城乡建设局收入支出决算总表', 'revenue_expenditure_summary'],
    ['国有资产监督管理委员会2022年度收入支出决算总表', 'revenue_expenditure_summary'],
    ['收入支出决算表', 'revenue_expenditure_summary'],
    ['部门收支总表', 'revenue_expenditure_summary'],
    ['表1：收入支出决算总表', 'revenue_expenditure_summary'],
    ['收入支出决算公开表', 'revenue_expenditure_summary'],
    ['收入决算表', 'revenue'],
    ['（二）收入决算表（分科目）', 'revenue'],
    ['《收入决算表(按功能分类列示)》', 'revenue'],
    ['收入决算总表', 'revenue'],
    ['支出决算表', 'expenditure'],
    ['附表三 支出决算表 单位：万元', 'expenditure'],
    ['部门支出总表', 'expenditure'],
    ['财政拨款收入支出决算总表', 'fiscal_appropriation_summary'],
    ['财政拨款收支总表', 'fiscal_appropriation_summary'],
    ['四、财政拨款收入支出决算表', 'fiscal_appropriation_summary'],
    ['一般公共预算财政拨款支出决算表', 'general_budget_expenditure'],
    ['一般公共预算财政拨款支出决算表（按功能分类科目）', 'general_budget_expenditure'],
    ['一般公共预算财政拨款收入支出决算表', 'general_budget_expenditure'],
    ['公共预算财政拨款支出决算表', 'general_budget_expenditure'],
    ['一般公共预算支出表', 'general_budget_expenditure'],
    ['一般公共预算财政拨款基本支出决算表（按经济分类科目）', 'general_budget_basic_expenditure'],
    ['一般公共预算财政拨款基本支出决算明细表', 'general_budget_basic_expenditure'],
    ['一般公共预算基本支出表', 'general_budget_basic_expenditure'],
    ['政府性基金预算财政拨款收入支出决算表', 'government_fund'],
    ['政府性基金预算支出表', 'government_fund'],
    ['国有资本经营预算财政拨款支出决算表', 'state_capital'],
    ['国有资本经营财政拨款预算支出决算表', 'state_capital'],
    ['国有资本经营预算财政拨款收入支出决算表（公开08表）', 'state_capital'],
    ['财政拨款“三公”经费支出决算表', 'three_public'],
    ['一般公共预算财政拨款"三公"经费 及会议费、培训费支出决算表', 'three_public'],
    ["一般公共预算财政拨款'三公'经费支出决算表", 'three_public'],
    ['“三公”经费公共预算财政拨款支出决算表', 'three_public'],
    ['财政拨款“三公”经费、行政参公单位机关运行经费情况表', 'three_public'],
    ['支出决算表（续表）', 'expenditure'],
  ])('%s', (text, statement) => expect(statementOf(text)).toBe(statement));

  it.each([
    '一、收入支出决算总体情况说明',
    '详见《收入支出决算总表》',
    '本部门收入支出决算总表反映全年收支。',
    '国有资产占用情况表',
    '一般公共预算财政拨款项目支出决算表',
    '项目支出绩效自评表',
    '政府采购情况表',
    '机构运行信息表',
    '财政专户管理资金收入支出决算表',
    '政府性基金预算财政拨款“三公”经费支出决算表',
    '政府性基金预算财政拨款基本支出决算表',
    '收入决算表（按单位列示）',
    '项目收入支出决算表',
    '收支预算总表',
    '部门整体支出绩效自评表',
    '公开01表',
    '表',
    '',
  ])('%s is none', (text) => expect(statementOf(text)).toBeUndefined());

  it('strips numbers, units and brackets from a title', () => {
    expect(bareTitle('三、支出决算表（公开03表） 单位：万元')).toBe('支出决算表');
    expect(bareTitle('支出决算')).toBeUndefined();
  });

  it.each([
    ['公开 01\n表', '公开01表'],
    ['财决公开01表', '公开01表'],
    ['表3 支出决算表', '表3'],
    ['支出决算表', null],
  ])('the number of %j is %s', (text, number) => expect(numberIn(text)).toBe(number));

  it('knows pieces of titles from other lines', () => {
    expect(isTitlePiece('一般公共预算财政拨款“三公”')).toBe(true);
    expect(isTitlePiece('2021年度一般公共预算财政拨款')).toBe(true);
    expect(isTitlePiece('公务接待费支出情况说明。')).toBe(false);
  });
});

describe('the lines between title and heads', () => {
  it.each([
    ['金额单位：万元', '万元'],
    ['单位:元', '元'],
    ['（单位：人民币元）', '元'],
    ['公开02表 单位：千元', '千元'],
    ['单位：米脂县工业商贸局', undefined],
  ])('%s names the unit %s', (text, unit) => expect(unitIn(text)).toBe(unit));

  it.each([
    ['单位：米脂县工业商贸局', '米脂县工业商贸局'],
    ['编制部门： 榆林市横山区 工业商贸局', '榆林市横山区工业商贸局'],
    ['部门：某县教育局　　金额单位：万元', '某县教育局'],
    ['单位：万元', undefined],
    ['金额单位：万元', undefined],
  ])('%s names the organisation %s', (text, name) => expect(organisationIn(text)).toBe(name));
});

describe('the region stands in front of the department', () => {
  it.each([
    ['榆林市横山区工业商贸局', 2021, '610803'],
    ['横山县工业商贸局', 2012, '610823'],
    ['横山区工业商贸局', 2021, '610803'],
    ['米脂县工业商贸局', 2023, '610827'],
    ['陕西省榆林市米脂县财政局', 2023, '610827'],
    ['陕西省财政厅', 2023, '610000'],
    ['榆林市财政局', 2023, '610800'],
    ['北京市通州区档案馆(本级)', 2023, '110112'],
    ['重庆市荣昌区昌州联升中心小学', 2023, '500153'],
    ['重庆复旦中学', 2023, '500000'],
    ['新疆维吾尔自治区乌鲁木齐市天山区民政局', 2023, '650102'],
    ['新疆乌鲁木齐市天山区民政局', 2023, '650102'],
    ['凉山州林业和草原局', 2020, '513400'],
    ['寻甸县档案馆', 2022, '530129'],
    ['中共米脂县委宣传部', 2023, '610827'],
    ['密云县水务局', 2012, '110228'],
    ['密云区水务局', 2020, '110118'],
    ['米脂县工业商贸局', null, '610827'],
    ['鼓楼区财政局', 2023, undefined],
    ['徐州市鼓楼区财政局', 2023, '320302'],
    ['市财政局', 2023, undefined],
    ['吉林大学', 2023, undefined],
    ['', 2023, undefined],
  ])('%s in %s: %s', (name, year, code) => expect(regionOf(name, year, reference.regions)?.code).toBe(code));
});

describe('the fiscal year', () => {
  it.each([
    ['2023年', 2023],
    ['二〇二三年度', 2023],
    ['二○二一年', 2021],
    ['二零二二年', 2022],
    ['1998年', undefined],
  ])('%s is %s', (text, year) => expect(yearIn(text)?.year).toBe(year));

  it.each([
    ['三、2021年市级工业转型升级项目\n第三部分 2022年度部门决算表', 2022],
    ['截至2023年底，本单位人员编制7人。', 2023],
    ['2021年度总收入581.45万元，较2020年度决算数减少175.26万元，下降31%', 2021],
    ['2022年因公出国（境）费决算0万元，与2021年决算数持平。', 2022],
    ['收入合计100万元', null],
  ])('of %j is %s', (text, year) => expect(fiscalYearOf(linesIn(text), undefined)).toBe(year));
});

describe('the title part', () => {
  it.each([
    [
      '米脂县工业商贸局\n2023 年度部门决算\n收入合计1万元。',
      ['米脂县工业商贸局2023年度部门决算', '米脂县工业商贸局', '610827', 2023],
    ],
    [
      '附件1\n榆林市横山区工业商贸局 2021 年度部门决算\n',
      ['榆林市横山区工业商贸局2021年度部门决算', '榆林市横山区工业商贸局', '610803', 2021],
    ],
    ['2022年度四川省公安厅部门决算公开\n', ['2022年度四川省公安厅部门决算公开', '四川省公安厅', '510000', 2022]],
    [
      '二〇二〇年度\n石泉县教育体育和科技局\n部门决算\n',
      ['石泉县教育体育和科技局部门决算', '石泉县教育体育和科技局', '610922', 2020],
    ],
    [
      '关于米脂县财政局2019年度部门决算的说明\n',
      ['米脂县财政局2019年度部门决算的说明', '米脂县财政局', '610827', 2019],
    ],
    [
      '2023年度部门决算\n单位名称：北京市通州区档案馆（本级）\n目录\n',
      ['2023年度部门决算', '北京市通州区档案馆（本级）', '110112', 2023],
    ],
    [
      '收入决算表\n编制部门：白水县文化和旅游局\n单位：万元\n科目编码|科目名称|本年收入合计|财政拨款收入\n合计||1.00|1.00',
      [null, '白水县文化和旅游局', '610527', null],
    ],
    ['本年度收入合计 8680.23 万元，其中：财政拨款收入 8680.23 万元，占 100%。', [null, null, null, null]],
  ])('of %j', async (text, expected) => {
    const { title, department, region, fiscalYear } = (await readLines(text)).document;
    expect([title, department, region?.code ?? null, fiscalYear]).toEqual(expected);
  });

  it('takes the region of a department without one from the government its text names', async () => {
    const text = '市商务局\n2022年度部门决算\n一、主要职责\n完成榆林市人民政府交办的任务。\n收入合计1万元。';
    const { document } = await readLines(text.replace('市商务局', '商务服务中心'));
    expect(document).toMatchObject({ department: '商务服务中心', region: { code: '610800' } });
  });

  it('leaves the region open where the text names two governments', async () => {
    const text = '商务服务中心\n2022年度部门决算\n榆林市人民政府与延安市人民政府合作。\n收入合计1万元。';
    expect((await readLines(text)).document.region).toBeNull();
  });
});
