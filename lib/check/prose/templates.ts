import { defineCheck } from '../draft';
import { flat, sentencesOf } from '../sentences';
import { type Sign, signDrafts } from './found';

const UP = '增加|增长|上升';
const DOWN = '减少|下降|降低';

const SIGNS: readonly Sign[] = [
  {
    pattern: new RegExp(`(${UP})[(/](${DOWN})|(${DOWN})[(/](${UP})`),
    what: '模板中的选择词没有删去（增加或减少只能取一）',
  },
  {
    pattern: /减增加|增减少|大小于|(大于|小于|高于|低于|多于|少于)[(/](大于|小于|高于|低于|多于|少于)/,
    what: '模板中的选择词没有删去',
  },
  { pattern: /[(](或)?(与|和)?[^()]{0,6}持平[)]/, what: '模板中的选择词没有删去' },
  { pattern: /可用[^,。;]{0,12}(图|表)[^,。;]{0,4}(显示|说明|表示|展示|反映)/, what: '模板中的填写提示没有删去' },
  {
    pattern:
      /请?(根据|按照|结合)(本?(部门|单位))?实际(情况)?(填写|填列|修改|增减)|请(填写|说明|删除|自行)|此处(填写|说明|插入|应)/,
    what: '模板中的填写提示没有删去',
  },
  {
    pattern: /不涉及的?(请|可)?(不列|删除|不填)|(如|若)(有|无|没有|不涉及)[^,。;]{0,12}(请|应|则)(说明|注明|填|删除)/,
    what: '模板中的填写提示没有删去',
  },
  {
    pattern: /[(](填写|填列|列明|说明|注明)[^()]{0,24}[)]|[(](单位|部门)(全称|名称)[)]|填(报|写)说明/,
    what: '模板中的填写提示没有删去',
  },
  { pattern: /[(](柱状图|饼状图|饼图|折线图|条形图)[)]/, what: '只有图的提示，没有图', severity: 'note' },
];

/** Words of the disclosure template that should have been chosen from or deleted. */
export const templates = defineCheck(
  {
    id: 'P-01',
    title: '模板文字未删',
    formula: '正文中没有“下降（增长）”一类的选择词和填写提示',
    kind: 'wording',
    source: '部门决算公开模板',
    severity: 'warning',
  },
  ({ reading }) =>
    sentencesOf(reading).flatMap((sentence) => signDrafts(sentence, flat(sentence.text), SIGNS).slice(0, 1)),
);
