import { formatNumber, fromFen, type Interval, intersect, sum } from '../amount';
import { combine } from '../combined';
import type { Account } from '../facts';
import { type Measured, measure } from '../measured';
import { quantityOf, resolve } from '../quantity';
import { spendingOn, spendingSubjects } from '../spending';
import type { StatementId } from '../statements';

/** Money on its way: from a fund to basic or project expenditure, or from there to a 类. */
export interface Stream {
  from: string;
  to: string;
  amount: Measured;
}

export interface Streams {
  /** by fund */
  sources: Stream[];
  /** by 类 */
  uses: Stream[];
  /** in Chinese: what is not drawn, what the printed tables contradict */
  remarks: string[];
}

export const FUNDS = {
  general: '一般公共预算',
  fund: '政府性基金',
  capital: '国有资本经营',
  other: '其他资金',
} as const;
export type FundKey = keyof typeof FUNDS;
export const KINDS = { basic: '基本支出', project: '项目支出' } as const;
type Kind = keyof typeof KINDS;

const isAmount = (measured: Measured | undefined): measured is Measured & { interval: Interval } =>
  measured !== undefined && measured.value !== null && measured.interval !== null;

const isPositive = (measured: Measured | undefined): measured is Measured =>
  isAmount(measured) && measured.interval.low.plus(measured.interval.high).gt(0);

const FUND_STATEMENTS = { fund: 'government_fund', capital: 'state_capital' } as const satisfies Record<
  string,
  StatementId
>;

interface Split {
  total: Measured;
  basic: Measured;
  project: Measured;
}

function splitOf(account: Account, fund: 'general' | 'fund' | 'capital'): Split {
  if (fund === 'general')
    return {
      total: measure(account, 'general_expenditure'),
      basic: measure(account, 'general_basic_expenditure'),
      project: measure(account, 'general_project_expenditure'),
    };
  const statement = FUND_STATEMENTS[fund];
  const part = (column: Kind): Measured =>
    resolve(quantityOf(account, `${FUNDS[fund]}${KINDS[column]}`, '万元', [{ statement, line: 'total', column }]));
  return { total: measure(account, `${fund}_expenditure`), basic: part('basic'), project: part('project') };
}

/** Basic and project expenditure of a fund; where only one is printed, the other is the rest of the fund's expenditure. */
function streamsOfFund(account: Account, fund: 'general' | 'fund' | 'capital', remarks: string[]): Stream[] {
  const { total, basic, project } = splitOf(account, fund);
  const rest = (kind: Kind, other: Measured): Measured | undefined =>
    combine(`${FUNDS[fund]}${KINDS[kind]}`, [
      { factor: 1, measured: total },
      { factor: -1, measured: other },
    ]);
  const parts = [
    ['basic', isAmount(basic) ? basic : isAmount(project) ? rest('basic', project) : undefined],
    ['project', isAmount(project) ? project : isAmount(basic) ? rest('project', basic) : undefined],
  ] as const;
  const streams = parts.flatMap(([kind, amount]): Stream[] =>
    isPositive(amount) ? [{ from: fund, to: kind, amount }] : [],
  );
  if (streams.length === 0 && isPositive(total))
    remarks.push(
      `${FUNDS[fund]}支出 ${formatNumber(total.value ?? '0')} ${total.unit}没有分列基本支出与项目支出，未画入`,
    );
  return streams;
}

const spoken = (interval: Interval): string =>
  `${formatNumber(fromFen(interval.low.plus(interval.high).div(2), '万元', 2))} 万元`;

/** Money beside the three funds: what 支出决算表 has more than they; a clear negative is a contradiction. */
function otherMoney(account: Account, kind: Kind, sources: readonly Stream[], remarks: string[]): Stream[] {
  const whole = measure(account, `${kind}_expenditure`);
  const parts = sources.filter((stream) => stream.to === kind);
  const amount = combine(`${FUNDS.other}${KINDS[kind]}`, [
    { factor: 1, measured: whole },
    ...parts.map((stream) => ({ factor: -1 as const, measured: stream.amount })),
  ]);
  if (!amount?.interval) return [];
  if (amount.interval.high.lt(0))
    remarks.push(
      `各项财政拨款的${KINDS[kind]}合计比支出决算表的${KINDS[kind]}多 ${spoken({ low: amount.interval.high.neg(), high: amount.interval.low.neg() })}，表间矛盾`,
    );
  return amount.interval.low.gt(0) ? [{ from: 'other', to: kind, amount }] : [];
}

function usesOf(account: Account, kind: Kind, remarks: string[]): Stream[] {
  const classes = spendingSubjects(account).filter(({ code }) => code.length === 3);
  const uses = classes.flatMap(({ code }): Stream[] => {
    const amount = spendingOn(account, code, kind);
    return isPositive(amount) ? [{ from: kind, to: code, amount }] : [];
  });
  const whole = measure(account, `${kind}_expenditure`);
  const total = sum(uses.flatMap((stream) => stream.amount.interval ?? []));
  if (uses.length > 0 && whole.interval && !intersect(total, whole.interval))
    remarks.push(`${KINDS[kind]} ${spoken(whole.interval)}，按类相加却为 ${spoken(total)}，印出的表相互矛盾`);
  return uses;
}

/** The flows that an account's statements print, with what they contradict. */
export function streamsOf(account: Account): Streams {
  const remarks: string[] = [];
  const funds = (['general', 'fund', 'capital'] as const).flatMap((fund) => streamsOfFund(account, fund, remarks));
  const others = (['basic', 'project'] as const).flatMap((kind) => otherMoney(account, kind, funds, remarks));
  const uses = (['basic', 'project'] as const).flatMap((kind) => usesOf(account, kind, remarks));
  return { sources: [...funds, ...others], uses, remarks };
}
