import { defineCheck } from '../draft';
import { flat, sentencesOf } from '../sentences';
import { type Sign, signDrafts } from './found';

const SIGNS: readonly Sign[] = [
  {
    pattern: /(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|[○◯]{2,}|_{3,}|\*{4,}|【】|\(\)(?=(年|万元|个|人|辆|%))/,
    what: '占位符没有填写',
  },
  { pattern: /(占|增长|下降|上升|降低)[^\d,。;、]{0,4}(?<!\d|百分之)%/, what: '漏填了百分数' },
  { pattern: /(增加|减少|支出|收入|决算|预算|合计)(数|额|为)?万元(?=[,，。;；、]|$)/, what: '漏填了金额' },
  { pattern: /主要(原因|用于)(是|为)?:?[。;]/, what: '没有写出原因或用途' },
];

/** 占“%”, “减少 万元”, XX: what should have been filled in. */
export const placeholders = defineCheck(
  {
    id: 'P-02',
    title: '占位符与漏填',
    formula: '正文中没有 XX、××、“占 %”、“减少 万元”、“主要原因是。”',
    kind: 'wording',
    source: '部门决算公开模板',
    severity: 'warning',
  },
  ({ reading }) =>
    sentencesOf(reading)
      .filter(({ kind }) => kind === 'sentence')
      .flatMap((sentence) => signDrafts(sentence, flat(sentence.text), SIGNS)),
);
