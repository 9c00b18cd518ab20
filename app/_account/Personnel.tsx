import type { Account } from '../../lib/facts';
import { type MeasureId, measureOf } from '../../lib/measures';
import { sourcePath } from '../../lib/selection';

const HEADCOUNTS = [
  'headcount_quota',
  'headcount_quota_administrative',
  'headcount_quota_institution',
  'headcount_actual',
  'headcount_actual_administrative',
  'headcount_actual_institution',
  'retirees',
] as const satisfies readonly MeasureId[];

/** 编制, 实有 and 离退休 as the document states them. */
export function Personnel({ account }: { account: Account }) {
  const claims = HEADCOUNTS.flatMap((measure) =>
    account.claims.filter((claim) => claim.measure === measure && claim.aspect === 'final').slice(0, 1),
  );
  if (claims.length === 0) return <p className="note">文件没有说明人员情况。</p>;
  return (
    <table className="narrow-table">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" className="figure">
            人数
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.measure}>
            <th scope="row">
              <span className={/_(administrative|institution)$/.test(claim.measure) ? 'label part' : 'label'}>
                {measureOf(claim.measure).label}
              </span>
            </th>
            <td className="figure">
              <a className="cell-link" href={sourcePath(account.id, claim.place)}>
                {claim.printed}
              </a>{' '}
              <span className="small">{claim.unit}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
