import { defineCheck } from '../draft';
import { sentencesOf } from '../sentences';
import { type Sign, signDrafts } from './found';

const SIGNS: readonly Sign[] = [
  { pattern: /([。，、；：])\1+|[，、；：][。；]|。[，、；：]/, what: '标点重复' },
  { pattern: /(…{1,2}|\.{6})[。；;]/, what: '列举以省略号结束，没有列全' },
  { pattern: /(原因|万元|决算|预算|增加|减少|其中|完成)\1/, what: '词语重复' },
  { pattern: /经费支(?=[和与、，。])/, what: '词语不完整' },
];

const FRAGMENT: readonly Sign[] = [
  {
    pattern: /^(的(?!确)|%|万元|元，|，|、)(?=.*[，。；])/,
    what: '句子不完整，前面的文字疑在换页处丢失',
    severity: 'warning',
  },
];

/** Marks and words printed twice, and sentences without their beginning. */
export const punctuation = defineCheck(
  {
    id: 'P-05',
    title: '标点、词语重复与残句',
    formula: '没有“。。”“……。”“原因原因”，没有以“的”“%”开头的残句',
    kind: 'wording',
    source: '文字规范',
    severity: 'note',
  },
  ({ reading }) => {
    const sentences = sentencesOf(reading);
    return sentences.flatMap((sentence, at) => {
      const before = sentences[at - 1];
      const stray = /^[。；]/.test(sentence.text) && before?.kind === 'heading';
      const text = stray && before ? `${before.text}。${sentence.text}` : sentence.text;
      if (sentence.kind === 'heading') return signDrafts(sentence, text, SIGNS.slice(0, 1));
      return [...signDrafts(sentence, text, FRAGMENT), ...signDrafts(sentence, text, SIGNS)];
    });
  },
);
