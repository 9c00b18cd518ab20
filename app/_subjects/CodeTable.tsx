import type { SubjectYear } from '../../db/queries/subjectTree';
import { type CodeAmount, shareCell } from '../../lib/panels/codeAmounts';
import type { CodeView } from '../../lib/panels/codeViews';
import {
  MOST_COMPARED,
  type SubjectList,
  type SubjectSelection,
  scopeOf,
  subjectPath,
} from '../../lib/subjectSelection';
import { LikeNotes } from './LikeNotes';
import { YearAmount } from './YearAmount';

interface CodeTableProps {
  label: string;
  list: SubjectList;
  selection: SubjectSelection;
  /** the code of the page, which others are compared with */
  of: string;
  rows: readonly { code: string; name: string; years: readonly SubjectYear[] }[];
  years: readonly number[];
  stored: ReadonlySet<number>;
  /** the amount of the last year that shares refer to */
  whole?: CodeAmount | null;
  view: CodeView;
}

/** Codes with their amounts by year, each with a step into the comparison or out of it. */
export function CodeTable({ label, list, selection, of, rows, years, stored, whole, view }: CodeTableProps) {
  const last = years.at(-1);
  const scope = scopeOf(selection);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="sticky">
                科目
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="figure">
                  {year}
                </th>
              ))}
              {whole !== undefined && (
                <th scope="col" className="figure">
                  {last} 年占比 %
                </th>
              )}
              <th scope="col">比较</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code} className={row.code === of ? 'total' : undefined}>
                <th scope="row" className="sticky subject-links">
                  <a href={subjectPath(list, row.code, scope)}>
                    <span className="code">{row.code}</span>
                    {row.name === row.code ? '（编码表没有这个科目）' : row.name}
                  </a>
                </th>
                {years.map((year) => (
                  <td key={year} className="figure">
                    <YearAmount
                      year={year}
                      of={row.years.find((one) => one.year === year)}
                      href={subjectPath(list, row.code, { ...scope, year }, 'spenders')}
                      stored={stored.has(year)}
                      view={view}
                      years={row.years}
                    />
                  </td>
                ))}
                {whole !== undefined && (
                  <td className="figure">
                    {shareCell(row.years.find(({ year }) => year === last)?.amount, whole).text}
                  </td>
                )}
                <td>
                  <CompareStep list={list} selection={selection} of={of} code={row.code} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <LikeNotes rows={rows} />
    </>
  );
}

interface StepProps {
  list: SubjectList;
  selection: SubjectSelection;
  of: string;
  code: string;
}

function CompareStep({ list, selection, of, code }: StepProps) {
  const { codes } = selection;
  if (code === of) return <span className="small">本科目</span>;
  const isIn = codes.includes(code);
  if (!isIn && codes.length >= MOST_COMPARED) return null;
  const next = isIn ? codes.filter((one) => one !== code) : [...codes, code];
  return (
    <a
      href={subjectPath(list, of, { ...selection, codes: next }, 'beside')}
      aria-label={`${isIn ? '移出' : '加入'}比较：${code}`}
    >
      {isIn ? '移出' : '加入'}
    </a>
  );
}
