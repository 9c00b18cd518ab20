import { trendsPath } from '../../lib/trendSelection';
import { FigureChoice } from '../_components/FigureChoice';
import { Select } from '../_components/Select';
import { type AskedTrends, USUAL_FIGURE } from './askTrends';

/** Which figure, which years: a plain form; what is chosen becomes the address. */
export function TrendForm({ asked: { selection, figure, figures, years } }: { asked: AskedTrends }) {
  const options = years.map((year) => ({ value: String(year), label: `${year} 年` }));
  const { view, base, scale, departments, from, to } = selection;
  const kept = { departments: departments.join(','), view: view === 'nominal' ? undefined : view, scale };
  return (
    <form action={trendsPath()} method="get" className="filters" aria-label="选择指标和年度">
      <FigureChoice name="figure" label="指标" figures={figures} chosen={figure.id} chosenLabel={figure.label} />
      <div className="filter">
        <label htmlFor="trend-code">或科目编码</label>
        <input
          id="trend-code"
          name="code"
          inputMode="numeric"
          maxLength={7}
          placeholder="如 2080505"
          defaultValue={figure.list ? figure.id : ''}
        />
      </div>
      <Select id="trend-from" name="from" label="从" all="最早" options={options} chosen={from} />
      <Select id="trend-to" name="to" label="到" all="最近" options={options} chosen={to} />
      {view === 'index' && (
        <Select
          id="trend-base"
          name="base"
          label="基年（= 100）"
          all="数字最全的一年"
          options={options}
          chosen={base}
        />
      )}
      {figure.list === 'functional' && (
        <label className="filter-check">
          <input type="checkbox" name="like" value="1" defaultChecked={selection.like} />
          改过的科目并入现行科目
        </label>
      )}
      {Object.entries(kept).map(([name, value]) =>
        value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="filter-actions">
        <button type="submit" className="action">
          查看
        </button>
        {(figure.id !== USUAL_FIGURE || trendsPath({ ...selection, figure: undefined }) !== trendsPath()) && (
          <a href={trendsPath()}>恢复最初</a>
        )}
      </div>
    </form>
  );
}
