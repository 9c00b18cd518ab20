import { defineCheck } from '../draft';
import { flat, sentencesOf } from '../sentences';
import { type Sign, signDrafts } from './found';

const AMOUNT = '\\d+(?:\\.\\d+)?';
/** Of figures in a list only the last bears the unit. */
const NO_LIST = '(?![,、和]\\d+(?:\\.\\d+)?(?:[,、和]|万元|元|%))';

const SIGNS: readonly Sign[] = [
  {
    pattern: new RegExp(
      `(?<!同|环)(增长|下降|上升|降低|占(比|(本年)?(收入|支出)(合计|总额)?的?)?)(了|为)?${AMOUNT}(?=[,;。]|$)`,
    ),
    what: '数字后面漏了“%”',
  },
  {
    pattern: new RegExp(
      `(支出|收入|决算|预算|合计|总计|经费|增加|减少|结余)(数|额)?(共计|合计|为|了)?\\d+\\.\\d{1,2}${NO_LIST}(?=[,;。]|$)`,
    ),
    what: '数字后面漏了“万元”',
  },
  {
    pattern: new RegExp(
      `(支出|收入|决算|预算|合计|总计|经费|费|增加|减少)(数|额)?(共计|合计|为|了)?${AMOUNT}万(?=[,;。、]|$)`,
    ),
    what: '“万”后面漏了“元”',
  },
];

/** A number of money or a rate without its unit. */
export const lostUnits = defineCheck(
  {
    id: 'P-03',
    title: '漏印单位',
    formula: '金额后有“万元（元）”，增减率、占比后有“%”',
    kind: 'wording',
    source: '部门决算公开模板',
    severity: 'warning',
  },
  ({ reading }) =>
    sentencesOf(reading)
      .filter(
        ({ kind, text }, at, all) =>
          kind === 'sentence' && /[，。；,;]/.test(text) && (at < all.length - 1 || /。$/.test(text)),
      )
      .flatMap((sentence) => signDrafts(sentence, flat(sentence.text), SIGNS)),
);
