import { MOVING } from '../../db/queries/movements';
import { departmentPath } from '../../lib/departmentSelection';
import { measureOf } from '../../lib/measures';
import { overviewPath } from '../../lib/overviewSelection';
import { signedText } from '../../lib/panels/bridge';
import { sourcePath } from '../../lib/selection';
import { Figure, Mark } from '../_components/Figure';
import { Quote } from '../_departments/Reasons';
import { Downloads } from '../_downloads/Downloads';
import type { ShownMovement } from './askMovements';
import type { AskedOverview } from './askOverview';
import { formsOf } from './tablePath';

/** The largest movements of the year, each with its source. */
export function Movements({ overview }: { overview: AskedOverview }) {
  const { movements, selection, year, figure } = overview;
  const { label } = measureOf(figure);
  return (
    <section className="section" id="movements" aria-labelledby="movements-title">
      <h2 id="movements-title">{year === null ? '变动最大的是哪些？' : `${year} 年度变动最大的是哪些？`}</h2>
      <Options overview={overview} />
      {movements.rows.length === 0 ? (
        <p className="note">{label}没有可以比较的上年数。换一个指标或年度再看。</p>
      ) : (
        <Table rows={movements.rows} label={label} dated={year === null} />
      )}
      <p className="small">
        注：金额单位万元。有上一年度决算的与那份决算比，没有的按本年决算自己说的增减额推得上年数（标“推”）。幅度用文件印出的；没有印出的由金额重算，只写到四舍五入容许的位数。“为什么”一栏有引号的是文件的原话；文件没有说明的，列变动最多的项及其增减额。
        {movements.total > movements.rows.length &&
          `共 ${movements.total} 个部门可以比较，这里是前 ${movements.rows.length} 个。`}
      </p>
      <Downloads of="变动表" forms={formsOf('movements', selection)} />
    </section>
  );
}

function Options({ overview: { selection, figure } }: { overview: AskedOverview }) {
  const { order } = selection;
  const to = (change: Partial<typeof selection>) =>
    overviewPath({ ...selection, page: 1, ...change }, '/', 'movements');
  return (
    <>
      <nav className="options" aria-label="变动的次序">
        <a href={to({ order: undefined })} aria-current={order === undefined ? 'true' : undefined}>
          按金额
        </a>
        <a href={to({ order: 'growth' })} aria-current={order === 'growth' ? 'true' : undefined}>
          按幅度
        </a>
      </nav>
      <nav className="options" aria-label="变动的指标">
        {MOVING.map((one) => (
          <a key={one} href={to({ figure: one })} aria-current={one === figure ? 'true' : undefined}>
            {measureOf(one).label}
          </a>
        ))}
      </nav>
    </>
  );
}

function Table({ rows, label, dated }: { rows: readonly ShownMovement[]; label: string; dated: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="变动最大的部门">
      <table className="movements">
        <thead>
          <tr>
            <th scope="col" className="sticky">
              部门
            </th>
            {dated && <th scope="col">年度</th>}
            <th scope="col" className="figure">
              幅度 %
            </th>
            <th scope="col">为什么</th>
            <th scope="col" className="figure">
              增减额
            </th>
            <th scope="col" className="figure">
              {label}
            </th>
            <th scope="col" className="figure">
              上年
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.account}`} row={row} dated={dated} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, dated }: { row: ShownMovement; dated: boolean }) {
  const { account, department, name, region, year, cells } = row;
  return (
    <tr>
      <th scope="row" className="sticky">
        <a href={departmentPath(department, { to: year })}>{name}</a>
        {region && !name.includes(region.name) && <span className="small"> {region.name}</span>}
      </th>
      {dated && <td>{year}</td>}
      <td className="figure strong">
        <Figure cell={cells.growth} id={`moved-${account}-growth`} />
      </td>
      <td className="moved-why">
        <Reason row={row} />
      </td>
      {(['change', 'now', 'before'] as const).map((key) => (
        <td key={key} className="figure">
          <Figure cell={cells[key]} id={`moved-${account}-${key}`} />
        </td>
      ))}
    </tr>
  );
}

/** The document's own words; where it has none, the 项 that moved most, and the line that says how much. */
function Reason({ row: { account, department, year, line, reason, leading } }: { row: ShownMovement }) {
  if (reason) return <Quote account={account} reason={reason} />;
  const unexplained = line !== null && (
    <span className="small">
      原文<a href={sourcePath(account, { line })}>第 {line} 行</a>没有说明原因
    </span>
  );
  if (!leading) return unexplained;
  const { name, code, change, disputed } = leading;
  return (
    <>
      <a href={departmentPath(department, { to: year, by: 'item' }, 'bridge')} title={`${code} ${name}`}>
        {name} <span className="whole">{signedText(change.value)}</span>
      </a>
      {disputed && <Mark mark="disputed" />}
      <br />
      {unexplained}
    </>
  );
}
