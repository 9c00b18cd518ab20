import { type Draft, defineCheck } from '../draft';
import { flat, sentencesOf } from '../sentences';

const LIST = /(?:车辆|公务用车|用车|保有量)[^\d,;。]{0,12}?(\d+)辆[,;(]*其中[:,]?([^;。]*)/;

/** 车辆合计 = Σ kinds of vehicles, as the sentence lists them. */
export const vehicleKinds = defineCheck(
  {
    id: 'N-21',
    title: '车辆合计等于各类车辆之和',
    formula: '车辆合计 = Σ 各类车辆',
    kind: 'sum',
    source: '部门决算公开模板（2024 年上海）',
    severity: 'error',
  },
  ({ reading }) =>
    sentencesOf(reading).flatMap(({ text, place }, at, all): Draft[] => {
      // 共有车辆 3 辆，与上年持平。其中，…
      const counted = /^其中/.test(text)
        ? /^.*(?:车辆|公务用车|用车|保有量)[^\d,;。]{0,12}\d+辆/.exec(flat(all[at - 1]?.text ?? ''))
        : null;
      const before = counted ? `${counted[0]},` : '';
      const [, whole, list] = LIST.exec(flat(before + text)) ?? [];
      if (whole === undefined || list === undefined || /其中|购置|增加|减少|新增|处置/.test(list)) return [];
      const kinds = [...list.matchAll(/(\d+)辆/g)].map(([, count]) => Number(count));
      const added = kinds.reduce((sum, count) => sum + count, 0);
      const closed = kinds.length > 1 || /其他/.test(list);
      if (added === Number(whole) || (added < Number(whole) && !closed)) return [];
      return [
        {
          message: `车辆合计印为 ${whole} 辆，各类车辆${kinds.length > 1 ? ` ${kinds.join(' + ')} =` : ''} ${added} 辆`,
          places: [place],
          expected: String(added),
          found: whole,
          difference: String(Number(whole) - added),
        },
      ];
    }),
);
