import type { Misread } from '../../lib/queryFields';

const WORDS: Readonly<Record<string, string>> = {
  figure: '指标',
  x: '横轴指标',
  y: '纵轴指标',
  code: '科目编码',
  departments: '部门',
  department: '部门',
  from: '起始年度',
  to: '截止年度',
  year: '年度',
  view: '显示方式',
  base: '基年',
  scale: '刻度',
  region: '地区',
  level: '级别',
  kind: '部门类别',
  size: '规模',
  order: '次序',
  text: '查找的文字',
  page: '页码',
  fund: '资金',
  nature: '基本或项目',
  like: '归并科目',
  codes: '科目编码',
  open: '展开的科目',
  severity: '程度',
  check: '规则',
};

/** What of an address was not understood, and that the page goes on without it. */
export function Misunderstood({ misread }: { misread: readonly Misread[] }) {
  if (misread.length === 0) return null;
  const parts = misread.map(({ key, value }) => `${WORDS[key] ?? key}“${value}”`);
  return (
    <p className="note misread" role="status">
      没有看懂或没有找到：{parts.join('、')}。以下按其余条件和通常的选择显示。
    </p>
  );
}
