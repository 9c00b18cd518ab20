/** An amount in 万元 as decimal text, with the bounds of its rounding. */
export interface Money {
  value: string;
  low: string;
  high: string;
}

export type Fund = 'total' | 'general' | 'fund' | 'capital';
/** functional: all, basic or project expenditure */
export type Nature = 'total' | 'basic' | 'project';
/** economic: all, personnel or operating part of basic expenditure */
export type EconomicNature = 'total' | 'personnel' | 'operating';
export type CodeList = 'functional' | 'economic';

/** The columns of spending that hold an amount of a fund and nature. */
export const FUND_COLUMNS: Readonly<Record<Fund, Record<Nature, string>>> = {
  total: { total: 'total', basic: 'basic', project: 'project' },
  general: { total: 'general', basic: 'general_basic', project: 'general_project' },
  fund: { total: 'fund', basic: 'fund_basic', project: 'fund_project' },
  capital: { total: 'capital', basic: 'capital_basic', project: 'capital_project' },
};

/** The columns of a code's row that say how much: the amount asked for and the parts of it, each with half a unit of its last digit. */
export interface AmountColumns {
  amount: string;
  half: string;
  parts: Readonly<Partial<Record<Exclude<Nature | EconomicNature, 'total'>, string>>>;
}

export function amountColumns(list: CodeList, fund: Fund = 'total', nature: Nature = 'total'): AmountColumns {
  if (list === 'economic')
    return { amount: 'total', half: 'half', parts: { personnel: 'personnel', operating: 'operating' } };
  const { basic, project, ...own } = FUND_COLUMNS[fund];
  if (nature !== 'total') return { amount: FUND_COLUMNS[fund][nature], half: 'part_half', parts: {} };
  return { amount: own.total, half: fund === 'total' ? 'half' : 'part_half', parts: { basic, project } };
}

/** 3, 5 or 7 digits: level 1, 2 or 3. */
export const CODE_PATTERN = /^\d{3}(?:\d{2}){0,2}$/;

export const levelOfCode = (code: string): 1 | 2 | 3 => (code.length === 3 ? 1 : code.length === 5 ? 2 : 3);

/** All codes at or below a code: [first, beyond). */
export const codeRange = (code: string): [string, string] => [code, `${code}~`];
