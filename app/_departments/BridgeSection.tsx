import { type BridgeSelection, bridgeTablePath, departmentOf, departmentPath } from '../../lib/departmentSelection';
import type { Account } from '../../lib/facts';
import { bridgePanel, leadingRows } from '../../lib/panels/bridge';
import { statedPanel } from '../../lib/panels/stated';
import { DataTable } from '../_components/DataTable';
import { PanelFoot } from '../_components/PanelFoot';
import { StillChart } from '../_subjects/StillChart';
import type { AskedBridge } from './askBridge';

interface BridgeProps {
  department: string;
  years: readonly number[];
  asked: AskedBridge;
}

/** From one year to another by codes: choices, chart, table twin, download, notes and sources. */
export function BridgeSection({ department, years, asked: { selection, bridge, items, replaced } }: BridgeProps) {
  const { from, to, by, like } = selection;
  const data = bridge && bridgePanel(bridge, { by, like });
  const leading = items && leadingRows(items);
  return (
    <>
      {replaced && <p role="status">{replaced}</p>}
      <BridgeForm department={department} years={years} selection={selection} />
      {!data && (
        <p className="missing">
          {from} 年或 {to} 年的决算没有公布本年支出合计，无法逐项比较。
        </p>
      )}
      {data && (
        <>
          <p className="panel-answer">{data.answer}</p>
          <p className="small">{data.subtitle}　斜纹表示公布的数字互相矛盾</p>
          {data.chart && <StillChart name="bridge" answer={data.answer} chart={data.chart} />}
          {leading && leading.rows.length > 0 && (
            <div className="leading">
              <h3>变动最多的项</h3>
              <DataTable name="leading" label="变动最多的项" {...leading} />
            </div>
          )}
          <PanelFoot data={data} />
          <p className="small no-print">
            <a href={bridgeTablePath(department, selection)} download>
              下载 CSV
            </a>
            　<a href={departmentPath(department, selection, 'bridge')}>这个比较的地址</a>
          </p>
        </>
      )}
    </>
  );
}

const BY = [
  ['class', '类'],
  ['item', '项'],
] as const;

interface FormProps {
  department: string;
  years: readonly number[];
  selection: BridgeSelection & { from: number; to: number };
}

function BridgeForm({ department, years, selection }: FormProps) {
  const { from, to, by, like } = selection;
  const link = (changed: Partial<BridgeSelection>) =>
    departmentPath(department, { ...selection, ...changed }, 'bridge');
  return (
    <div className="bridge-choices no-print">
      {years.length > 2 && (
        <form action={departmentPath(department, {}, 'bridge')} className="bridge-years">
          <YearChoice name="from" label="从" years={years} chosen={from} />
          <YearChoice name="to" label="到" years={years} chosen={to} />
          {by !== 'class' && <input type="hidden" name="by" value={by} />}
          {!like && <input type="hidden" name="codes" value="printed" />}
          <button type="submit">查看</button>
        </form>
      )}
      <p className="options">
        <span>按</span>
        {BY.map(([value, label]) => (
          <a key={value} href={link({ by: value })} aria-current={value === by ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </p>
      <p className="options">
        <span>科目</span>
        <a href={link({ like: true })} aria-current={like ? 'true' : undefined}>
          归并改过的编码
        </a>
        <a href={link({ like: false })} aria-current={like ? undefined : 'true'}>
          各年公布的编码
        </a>
      </p>
    </div>
  );
}

interface YearChoiceProps {
  name: string;
  label: string;
  years: readonly number[];
  chosen: number;
}

function YearChoice({ name, label, years, chosen }: YearChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name} defaultValue={chosen}>
        {years.map((year) => (
          <option key={year} value={year}>
            {year} 年
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where only one year is stored: what is missing for a bridge, and what the document itself says of last year. */
export function StatedBridge({ account }: { account: Account }) {
  const { fiscalYear: year, id } = account;
  const data = statedPanel(account);
  return (
    <>
      <p className="lead">
        库中只有这个部门 {year} 年一份决算。按类、按项逐一比较需要 {year - 1}{' '}
        年度的部门决算，收录之后这里会画出各类、各项的增减。
      </p>
      <p className="panel-answer">{data.answer}</p>
      <p className="small">{data.subtitle}</p>
      {data.chart && <StillChart name="stated" answer={data.answer} chart={data.chart} />}
      <PanelFoot data={data.chart ? data : { ...data, notes: data.notes.slice(1) }} />
      <p className="small no-print">
        <a href={bridgeTablePath(departmentOf(id))} download>
          下载 CSV
        </a>
        　<a href={departmentPath(departmentOf(id), {}, 'bridge')}>这个比较的地址</a>
      </p>
    </>
  );
}
