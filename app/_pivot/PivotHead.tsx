import { type PivotSelection, pivotPath, VALUE_WORDS } from '../../lib/pivot';
import type { NamedChoices } from './askPivotChoices';
import { CELL_MARKS } from './marks';
import { presetsFor } from './presets';

const LISTS = { functional: '支出功能分类', economic: '一般公共预算基本支出的经济分类' } as const;
const FUNDS = {
  general: '一般公共预算',
  fund: '政府性基金',
  capital: '国有资本经营',
  other: '其他资金或差额',
} as const;
const NATURES = {
  basic: '基本支出',
  project: '项目支出',
  personnel: '人员经费',
  operating: '公用经费',
  other: '其他支出或差额',
} as const;

/** What is counted, in words. */
export function scopeWords(selection: PivotSelection, { regions, departments, years }: NamedChoices): string {
  const { region, kind, level, fund, nature, from, to, codes, list } = selection;
  const [first, last] = [from ?? years[0], to ?? years.at(-1)];
  const named =
    departments.length > 3
      ? `${departments.slice(0, 3).join('、')} 等 ${departments.length} 个部门`
      : departments.join('、');
  const parts = [
    departments.length > 0
      ? named
      : (regions.find(({ code }) => code === region)?.name ?? (region ? `地区 ${region}` : '全部地区')),
    level && `${level}部门`,
    kind,
    first !== undefined && (first === last ? `${first} 年` : `${first}–${last} 年`),
    LISTS[list],
    codes.length > 0 && `科目 ${codes.join('、')}`,
    fund && FUNDS[fund],
    nature && NATURES[nature],
  ];
  return parts.filter(Boolean).join('，');
}

interface PivotHeadProps {
  selection: PivotSelection;
  title: string;
  choices: NamedChoices;
  refused: readonly string[];
}

export function PivotHead({ selection, title, choices, refused }: PivotHeadProps) {
  const { label, unit } = VALUE_WORDS[selection.value];
  const here = pivotPath({ ...selection, page: 1 });
  return (
    <header className="page-head">
      <h1>透视：{title}</h1>
      <p className="lead">
        {scopeWords(selection, choices)}。{label}，单位：{unit}。
      </p>
      <nav className="options pivot-presets" aria-label="常用透视">
        {presetsFor(choices.years).map((preset) => (
          <a key={preset.label} href={preset.href} aria-current={preset.href === here ? 'page' : undefined}>
            {preset.label}
          </a>
        ))}
      </nav>
      {refused.length > 0 && (
        <p className="note" role="status">
          地址里有不认得的内容，没有采用：{refused.map((one) => `“${one}”`).join('、')}。
        </p>
      )}
    </header>
  );
}

/** The same table for spreadsheets and programs. */
export function Takeaways({ selection, count }: { selection: PivotSelection; count: number }) {
  const file = (name: string): string => pivotPath({ ...selection, page: 1 }, `/pivot/${name}`);
  return (
    <p className="small no-print pivot-files">
      <span>{count} 行</span>
      <a href={file('table.csv')} download>
        下载 CSV
      </a>
      <a href={file('table.xlsx')} download>
        下载 Excel
      </a>
      <a href={file('grid.json')}>JSON</a>
    </p>
  );
}

export function Legend({ notes }: { notes: readonly string[] }) {
  return (
    <footer className="pivot-foot">
      <p className="legend">
        {Object.values(CELL_MARKS).map(({ sign, meaning }) => (
          <span key={sign}>
            <span className="mark">{sign}</span>
            {meaning}
          </span>
        ))}
        <span>— 没有列支；空白 没有收录决算</span>
      </p>
      {notes.length > 0 && (
        <ul className="dotted note">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="note">
        点数字：单个部门单年单个科目的数，到印出它的那一行；合计，到组成它的各部分。点列名按该列排序。
      </p>
    </footer>
  );
}
