import type { Token } from './tokens';
import type { Reading } from './topics';

/** Words that open a count of receptions, travels or vehicles. */
export const COUNTED = /接待|出国|团组|用车/;

/** 主要用于…，国内公务接待 21 批次: a purpose ends where the visits are counted. */
export function countsVisits(tokens: readonly Token[], index: number): boolean {
  const [noun, number] = tokens.slice(index, index + 2);
  return COUNTED.test(noun?.text ?? '') && number?.kind === 'number' && number.quantity === 'count';
}

const SPEAKS = new Set<Token['kind']>(['class', 'subject', 'economic', 'number', 'share', 'cause']);
const speaks = (token: Token): boolean => SPEAKS.has(token.kind) || (token.kind === 'noun' && !token.counts);

/** 2022 年度用于保障机构正常运转的日常支出: before anything was said, a purpose describes the heading's own amount. */
export function opensSentence({ tokens, state, passage }: Reading, index: number): boolean {
  const silent = !state.blind && !tokens.slice(0, index).some(speaks);
  return silent && passage.headingTopic !== null && passage.section === 'expenditure';
}

/** 年末结转和结余 40 万元，为本年度支出预算未执行完毕的资金: what is meant, not another amount. */
export function describes(tokens: readonly Token[], index: number): boolean {
  const [before, is, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return is?.text === '为' && before?.text === '，' && next !== undefined && next.kind !== 'number';
}

/** 公务用车购置全年预算数为 0 万元: with an amount behind it, 公务用车购置 is the cost and not the number. */
export function buysVehicles(tokens: readonly Token[], index: number): boolean {
  const noun = tokens[index];
  if (noun?.kind !== 'noun' || noun.concept !== 'vehicles_purchased' || !/(公务用车|公务车|公车)购置$/.test(noun.text))
    return false;
  const next = tokens.slice(index + 1, index + 8).find(({ kind }) => ['number', 'mark', 'noun'].includes(kind));
  return next?.kind === 'number' && next.quantity === 'money';
}

const OF_VEHICLES = new Set(['vehicles_kept', 'vehicles_purchased']);

/** …，主要是维修费支出，公务用车保有量为 3 辆 · 主要用于更新公务用车 1 辆: said of the account, wherever the sentence is. */
export function countsVehicles(tokens: readonly Token[], index: number): boolean {
  const [noun, is] = tokens.slice(index - 2, index);
  const counted = is?.text === '为' ? noun : is;
  const number = tokens[index];
  if (counted?.kind !== 'noun' || !OF_VEHICLES.has(counted.concept)) return false;
  if (number?.kind !== 'number' || number.quantity !== 'count') return false;
  const reason = tokens.slice(0, index).findLast(({ kind }) => kind === 'cause' || kind === 'purpose');
  return counted.concept === 'vehicles_kept' || reason?.kind === 'purpose';
}
