import { type Draft, defineCheck } from '../draft';
import { flat, sentencesOf } from '../sentences';
import { around } from './found';

/** Headings with an unmistakable purpose, by the words of their name and of what they pay for. */
const KINDS: readonly { name: string; heading: RegExp; purpose: RegExp }[] = [
  { name: '基本养老保险缴费', heading: /基本养老保险/, purpose: /养老保险/ },
  { name: '职业年金缴费', heading: /职业年金/, purpose: /职业年金/ },
  { name: '医疗', heading: /行政单位医疗|事业单位医疗|职工基本医疗|公务员医疗/, purpose: /医疗(保险|补助|费)|医保/ },
  { name: '住房公积金', heading: /住房公积金/, purpose: /住房公积金|公积金/ },
  { name: '公务接待', heading: /公务接待/, purpose: /接待(费|用餐|来访|来宾|检查)|公务接待/ },
  { name: '公务用车', heading: /公务用车/, purpose: /燃(料|油)|过路过桥|车辆(维修|保险|运行)|维修保养/ },
  { name: '因公出国（境）', heading: /因公出国/, purpose: /因公出国|出国(团组|考察)/ },
];

/** 主要用于… that describes another heading's purpose and not its own. */
export const purposes = defineCheck(
  {
    id: 'P-09',
    title: '用途与科目相符',
    formula: '“主要用于……”所述用途属于该科目',
    kind: 'wording',
    source: '《政府收支分类科目》的说明',
    severity: 'warning',
  },
  ({ reading }) =>
    sentencesOf(reading).flatMap(({ text: printed, kind, section, place }): Draft[] => {
      const text = flat(printed);
      const match = /主要用于[:,]?([^。;]{2,60})/.exec(text);
      if (kind !== 'sentence' || !match?.[1]) return [];
      const heading = flat(`${section.at(-1) ?? ''}${text.slice(0, match.index)}`);
      const own = KINDS.filter((one) => one.heading.test(heading));
      const [only] = own;
      if (!only || own.length > 1 || only.purpose.test(match[1])) return [];
      const other = KINDS.find((one) => one !== only && one.purpose.test(match[1] ?? ''));
      if (!other) return [];
      return [
        {
          message: `“${around(text, match.index, match[0].length, 0)}”：${only.name}的说明写的是${other.name}的用途`,
          places: [place],
        },
      ];
    }),
);
