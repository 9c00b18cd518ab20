import { briefPath, departmentPath } from '../../lib/departmentSelection';
import { accountFindingsPath, accountPath, comparePath, findingsPath } from '../../lib/selection';
import { subjectsPath } from '../../lib/subjectSelection';
import type { AskedDepartment } from './askDepartment';

/** Who, where, of which kind, and which years are published or missing. */
export function DepartmentHead({ asked }: { asked: AskedDepartment }) {
  const { department, accounts, missing } = asked;
  const { region, level, kind, name } = department;
  return (
    <header className="page-head">
      <nav className="crumbs" aria-label="所在位置">
        <ol>
          <li>
            <a href="/">总览</a>
          </li>
          <li>{region?.name ?? '行政区划不明'}</li>
          <li aria-current="page">{name}</li>
        </ol>
      </nav>
      <h1>{name}</h1>
      <dl className="department-facts">
        <div>
          <dt>地区</dt>
          <dd>{region ? `${region.name}（${region.code}）` : '不明'}</dd>
        </div>
        <div>
          <dt>级别</dt>
          <dd>{level ?? '不明'}</dd>
        </div>
        <div>
          <dt>部门类别</dt>
          <dd>{kind}</dd>
        </div>
        <div>
          <dt>已收录</dt>
          <dd>
            {accounts.length} 个年度：
            {accounts.map(({ account, year }, at) => (
              <span key={account}>
                {at > 0 && '、'}
                <a href={accountPath(account)}>{year}</a>
              </span>
            ))}
          </dd>
        </div>
        {missing.length > 0 && (
          <div>
            <dt>没有收录</dt>
            <dd className="missing">{missing.join('、')}</dd>
          </div>
        )}
      </dl>
      <Ways asked={asked} />
    </header>
  );
}

/** So many accounts fit a comparison. */
const COMPARED = 8;

function Ways({ asked: { department, accounts } }: { asked: AskedDepartment }) {
  const recent = accounts.slice(-COMPARED).map(({ account }) => account);
  const last = accounts.at(-1);
  const ways = [
    ...(last ? [{ href: briefPath([last.account]), label: '打印简报' }] : []),
    ...(recent.length > 1 ? [{ href: comparePath(recent), label: '各年并列比较' }] : []),
    { href: `/trends?departments=${department.department}`, label: '趋势' },
    { href: subjectsPath('functional', { departments: [department.department] }), label: '按科目看' },
    { href: departmentPath(department.department), label: '本页地址' },
  ];
  return (
    <p className="ways no-print">
      {ways.map(({ href, label }) => (
        <a key={label} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

/** What the checks say of each year's account. */
export function Findings({ asked: { department, accounts } }: { asked: AskedDepartment }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="各年决算的核对发现">
        <table>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col" className="figure">
                矛盾
              </th>
              <th scope="col" className="figure">
                待查
              </th>
              <th scope="col" className="figure">
                提示
              </th>
              <th scope="col" className="figure">
                有数的表
              </th>
            </tr>
          </thead>
          <tbody>
            {[...accounts].reverse().map(({ account, year, errors, warnings, notes, filled, statements }) => (
              <tr key={account}>
                <th scope="row">
                  <a href={accountFindingsPath(account)}>{year}</a>
                </th>
                <td className={errors > 0 ? 'figure disputed' : 'figure'}>{errors}</td>
                <td className="figure">{warnings}</td>
                <td className="figure">{notes}</td>
                <td className="figure">
                  {filled} / {statements}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small">
        <a href={findingsPath({ department: department.department })}>这个部门的全部核对发现</a>
      </p>
    </>
  );
}
