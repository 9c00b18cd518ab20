import { codesChart } from '../../lib/panels/codeCharts';
import {
  codeTablePath,
  MOST_COMPARED,
  type SubjectList,
  type SubjectSelection,
  subjectPath,
} from '../../lib/subjectSelection';
import { type AskedCode, codeYears } from './askCode';
import { CodeTable } from './CodeTable';
import { StillChart } from './StillChart';
import { TableForms } from './TableForms';
import { viewOf } from './views';

interface BesideProps {
  list: SubjectList;
  selection: SubjectSelection;
  asked: AskedCode;
}

/** The code beside others of the reader's choice, on one scale. */
export function Beside({ list, selection, asked }: BesideProps) {
  const { subject, compared, unknown, span, published } = asked;
  const { codes, ...kept } = selection;
  const rows = [subject, ...compared];
  const answer = `${rows.map(({ code, name }) => `${code} ${name}`).join('、')}各年的金额。`;
  return (
    <>
      <form action={subjectPath(list, subject.code)} method="get" className="code-search">
        <label htmlFor="beside-codes">科目编码</label>
        <input
          id="beside-codes"
          name="codes"
          type="search"
          maxLength={60}
          defaultValue={codes.join(' ')}
          placeholder={`至多 ${MOST_COMPARED} 个，用空格或逗号隔开`}
        />
        <Kept selection={kept} />
        <button type="submit" className="action">
          比较
        </button>
      </form>
      {unknown.length > 0 && (
        <p className="note" role="status">
          没有这些科目：{unknown.join('、')}。
        </p>
      )}
      {compared.length > 0 && (
        <>
          <StillChart
            name="codes"
            answer={answer}
            chart={codesChart(
              rows.map(({ code, name, years }) => ({ code, name, years: codeYears(years, asked) })),
              answer,
            )}
          />
          <CodeTable
            label="科目比较"
            list={list}
            selection={selection}
            of={subject.code}
            rows={rows}
            years={span}
            stored={new Set(published.map(({ year }) => year))}
            view={viewOf(selection, asked, asked.totals)}
          />
          <TableForms path={(form) => codeTablePath(list, subject.code, 'codes', form, selection)} />
        </>
      )}
    </>
  );
}

function Kept({ selection }: { selection: Omit<SubjectSelection, 'codes'> }) {
  const { region, from, to, year, departments, like, fund, nature, view, base, order } = selection;
  const fields = {
    ...{ region, from, to, year, fund, nature, base },
    departments: departments.join(','),
    like: like ? 1 : undefined,
    view: view === 'amount' ? undefined : view,
    order: order === 'amount' ? undefined : order,
  };
  return Object.entries(fields).map(([name, value]) =>
    value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
