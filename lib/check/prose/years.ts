import type { Reading, Sentence } from '../../facts';
import { type Draft, defineCheck } from '../draft';
import { levelIn, printedLevels } from '../levels';
import { flat, sentencesOf } from '../sentences';
import { around } from './found';

/** Words that say the sentence is about the account itself. */
const OWN =
  '(?:本?(?:部门|单位|年度?)?[^,。;:]{0,12}?)?(?:收入总计|支出总计|收、?支|收入合计|支出合计|本年收入|本年支出|财政拨款|一般公共预算|政府性基金|国有资本经营|三公|机关运行经费|政府采购|部门决算|部门整体支出|单位整体支出|预算绩效|决算情况)';
const COMPARED = /(与|比|较|同|和|跟|于|从|自|至|到|上年|去年|继)[^,。;]{0,4}$/;

/** What the account itself counts at the year's end. */
const STOCK = /人员|编制|车辆|资产|设备|保有量|本部门|本单位/;

interface Named {
  year: number;
  index: number;
  length: number;
}

const yearsOf = (text: string): Named[] =>
  [...text.matchAll(/(?<!\d)(20\d\d)年(?:度)?/g)].map((match) => ({
    year: Number(match[1]),
    index: match.index,
    length: match[0].length,
  }));

const before = (text: string, { index }: Named): string => text.slice(Math.max(0, index - 8), index);
const behind = (text: string, { index, length }: Named): string => text.slice(index + length, index + length + 30);

/** 「与 2023 年相比」 in the account of 2023. */
function comparedWithItself(text: string, own: number): Named | undefined {
  return yearsOf(text).find(
    (named) =>
      named.year === own &&
      /(与|比|较)$/.test(before(text, named)) &&
      /^(决算)?(数)?(相比|同期)/.test(behind(text, named)),
  );
}

/** Totals of one year that are to the fen those of another do not happen. */
const TOTALS = /^(total|year|fiscal|general|basic|project)_/;

/** Whether the sentence states this account's own figures. */
const tellsOwn = (reading: Reading, { text }: Sentence): boolean =>
  reading.claims.some(
    (claim, index) =>
      claim.sentence === text &&
      /^(final|prior_year)$/.test(claim.aspect) &&
      TOTALS.test(claim.measure) &&
      Number(claim.value) !== 0 &&
      printedLevels(reading, claim.measure).some(({ value }) => value.eq(levelIn(reading, claim, index).value)),
  );

/** 「某县教育局2022年…」: the sentence begins with the department itself, named in full, in part or as 本部门. */
function beginsWithSelf({ document }: Reading, head: string): boolean {
  const name = head.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/, '');
  if (/^(?:本|我)(?:部门|单位|[局委办院校中心]{1,2})$/.test(name)) return true;
  return name.length >= 3 && (document.department ?? '').endsWith(name);
}

/** A year other than the account's where the sentence speaks of the account. */
function foreign(reading: Reading, sentence: Sentence, text: string, own: number): Named | undefined {
  const years = yearsOf(text);
  if (years.some(({ year }) => year === own)) return undefined;
  const begins = ({ index }: Named): boolean => index <= 2 || beginsWithSelf(reading, text.slice(0, index));
  return years.find((named) => {
    const head = before(text, named);
    if (named.year === own + 1) return false;
    if (/截至$/.test(head)) return /^(底|末|12月31日)/.test(behind(text, named)) && STOCK.test(text);
    if (COMPARED.test(head)) return false;
    const about = new RegExp(`^${OWN}`).test(behind(text, named));
    if (sentence.kind === 'heading') return about;
    const evaluated = /(对|开展了?|组织)$/.test(head) && /(自评|评价)/.test(text);
    const current = /(较上年|比上年|与上年|上年相比|完成(年初)?预算|占本年)/.test(text);
    return about && (evaluated || (begins(named) && (current || tellsOwn(reading, sentence))));
  });
}

/** A year that does not belong: last year's text carried over. */
export const years = defineCheck(
  {
    id: 'P-08',
    title: '年度前后一致',
    formula: '说明本年度的句子用本年度的年份；比较的年份是上年',
    kind: 'wording',
    source: '同一文件前后一致',
    severity: 'warning',
  },
  ({ reading }) => {
    const own = reading.document.fiscalYear;
    if (own === null) return [];
    return sentencesOf(reading).flatMap((sentence): Draft[] => {
      const text = flat(sentence.text).replace(/[“”"]/g, '');
      const itself = comparedWithItself(text, own);
      const other = foreign(reading, sentence, text, own);
      const named = itself ?? other;
      if (!named) return [];
      const quoted = around(text, named.index, named.length, 14);
      const message = itself
        ? `“${quoted}”：${own} 年度决算与 ${own} 年自身比较，应为 ${own - 1} 年`
        : `“${quoted}”：本文件是 ${own} 年度决算，这里写的是 ${named.year} 年`;
      return [
        {
          message,
          places: [sentence.place],
          expected: String(itself ? own - 1 : own),
          found: String(named.year),
          suggestion: {
            place: sentence.place,
            printed: text.slice(named.index, named.index + named.length),
            value: String(itself ? own - 1 : own),
            why: '疑沿用其他年度的文字',
          },
        },
      ];
    });
  },
);
