import type { DepartmentEntry } from '../../db/queries/departments';
import type { Neighbour, Neighbours } from '../../db/queries/neighbours';
import type { RankingRow } from '../../db/queries/rankings';
import { departmentOf, departmentPath } from '../../lib/departmentSelection';
import { yearFigureCell } from '../../lib/panels/departmentYears';
import { accountPath, comparePath } from '../../lib/selection';
import { Figure } from '../_components/Figure';
import { peersPath } from '../_peers/peerSelection';
import type { AskedPeers, Standing } from './askPeers';

/** Where the department stands among its peers of the year. */
export function Peers({ peers, department }: { peers: AskedPeers | undefined; department: string }) {
  if (!peers) return <p className="missing">同类同级的部门不足三个，没有可比的一组。</p>;
  return (
    <>
      <p className="small">
        比较范围：{peers.criterion}。名次从高到低，四舍五入范围重叠的部门并列；点开指标看全部排名。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="在同类部门中的名次">
        <table>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="figure">
                {peers.year} 年
              </th>
              <th scope="col" className="figure">
                名次
              </th>
              <th scope="col" className="figure">
                有数的部门
              </th>
              <th scope="col" className="figure">
                没有这个数
              </th>
            </tr>
          </thead>
          <tbody>
            {peers.standings.map((standing) => (
              <Row key={standing.figure} standing={standing} peers={peers} department={department} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The whole ranking, with the department marked in it. */
const rankingPath = ({ filter, year }: AskedPeers, figure: string, department: string): string =>
  peersPath('rankings', { ...filter, year, figure, departments: [department] });

/** `第 3 名`, or the places that rounding allows. */
const placeWords = ({ rank, worst, shared }: RankingRow): string =>
  worst > rank ? `第 ${rank}—${worst} 名` : `第 ${rank} 名${shared ? '（并列）' : ''}`;

interface RowProps {
  standing: Standing;
  peers: AskedPeers;
  department: string;
}

function Row({ standing: { figure, label, ranking }, peers, department }: RowProps) {
  const { year } = peers;
  const [own] = ranking.chosen;
  const cell = own && yearFigureCell({ year, account: own.account, figure: own.figure, reason: null }, label);
  return (
    <tr>
      <th scope="row">
        <a href={rankingPath(peers, figure, department)}>{label}</a>
      </th>
      <td className="figure">
        {cell ? <Figure cell={cell} id={`peer-${figure}`} /> : <span className="missing">—</span>}
        {own && <span className="small"> {own.figure.unit}</span>}
      </td>
      <td className="figure">{own ? placeWords(own) : <span className="missing">—</span>}</td>
      <td className="figure">{ranking.total}</td>
      <td className="figure">{ranking.missing}</td>
    </tr>
  );
}

interface ElsewhereProps {
  account: string;
  neighbours: Neighbours | undefined;
  /** of the same kind, whatever their years */
  alike: readonly DepartmentEntry[];
}

/** Departments of the same kind and of the same region, to go on to. */
export function Elsewhere({ account, neighbours, alike }: ElsewhereProps) {
  if (!neighbours) return null;
  const { kind, region } = neighbours;
  const others = alike.filter((one) => !kind.some((near) => departmentOf(near.account) === one.department));
  return (
    <>
      {kind.length > 0 && (
        <>
          <h3>其他地区的同类部门</h3>
          <Links own={account} neighbours={kind} />
        </>
      )}
      {region.length > 0 && (
        <>
          <h3>同一地区的部门</h3>
          <Links own={account} neighbours={region} />
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{kind.length > 0 ? '更多同类部门' : '其他地区的同类部门（年度不同）'}</h3>
          <ul className="elsewhere">
            {others.map(({ department, name, firstYear, lastYear }) => (
              <li key={department}>
                <a href={departmentPath(department)}>{name}</a>
                <span className="small">
                  {firstYear === lastYear ? `${lastYear} 年` : `${firstYear}—${lastYear} 年`}　
                  <a href={comparePath([account, `${department}-${lastYear}`])}>与本部门比较</a>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kind.length + region.length + others.length === 0 && <p className="missing">库中没有同类或同地区的其他部门。</p>}
    </>
  );
}

function Links({ own, neighbours }: { own: string; neighbours: readonly Neighbour[] }) {
  return (
    <ul className="elsewhere">
      {neighbours.map(({ account, name, year }) => (
        <li key={account}>
          <a href={departmentPath(departmentOf(account))}>{name}</a>
          <span className="small">
            <a href={accountPath(account)}>{year} 年决算</a>　<a href={comparePath([own, account])}>与本部门比较</a>
          </span>
        </li>
      ))}
    </ul>
  );
}
