import { Decimal, formatNumber } from '../../lib/amount';
import type { CheckReport, Coverage, Finding } from '../../lib/findings';
import { SEVERITIES, SEVERITY_WORDS } from '../../lib/findings';
import { accountFindingsPath } from '../../lib/selection';
import { PlaceLinks } from './FindingArticle';
import { SeverityMark } from './SeverityMark';

/** 2 处矛盾　11 处待查　17 处提示; what there is none of is said, too. */
export function SeverityCounts({
  counts,
  hrefOf,
}: {
  counts: Readonly<Record<Finding['severity'], number>>;
  /** where a count leads */
  hrefOf?: (severity: Finding['severity']) => string;
}) {
  return (
    <dl className="severity-counts">
      {SEVERITIES.map((severity) => (
        <div key={severity}>
          <dt>
            <SeverityMark severity={severity} />
          </dt>
          <dd>
            {hrefOf ? <a href={hrefOf(severity)}>{counts[severity]}</a> : counts[severity]}
            <span className="unit">处</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export const countsOf = (findings: readonly Finding[]): Record<Finding['severity'], number> => {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
};

/** 核对 482 项关系：437 项相符，18 项在四舍五入之内，24 项不符（出自 3 处），3 项无法核对 */
export function relationWords({ relations, findings }: CheckReport): string {
  const count = (state: string): number => relations.filter((relation) => relation.state === state).length;
  const [exact, rounding, broken, skipped] = ['exact', 'rounding', 'contradiction', 'not_checkable'].map(count);
  const causes = findings.filter(({ detail }) =>
    detail?.relations.some(({ state, statements }) => state === 'contradiction' && statements.length > 0),
  ).length;
  return [
    `共核对 ${relations.length - (skipped ?? 0)} 项关系：${exact} 项相符`,
    rounding ? `，${rounding} 项在四舍五入之内` : '',
    broken ? `，${broken} 项不符（出自 ${causes} 处）` : '，没有不符',
    skipped ? `；另有 ${skipped} 项印数不足，无法核对` : '',
    '。',
  ].join('');
}

/** How much of what is printed the relations reach. */
export function coverageWords({ covered, published }: Coverage): string {
  if (published === 0) return '表内没有印出数字。';
  if (covered === published) return `表内 ${published} 个数字全部至少参加一项核对。`;
  const share = formatNumber(new Decimal(covered).div(published).times(100).toFixed(1, Decimal.ROUND_DOWN));
  return `表内 ${published} 个数字中，${covered} 个（${share}%）至少参加一项核对；其余没有可以对照的关系。`;
}

/** What the checks say of an account, errors first, before its statements. */
export function Overview({ account, report }: { account: string; report: CheckReport }) {
  const numbered = report.findings.map((finding, index) => ({ finding, number: index + 1 }));
  const grave = numbered.filter(({ finding }) => finding.severity !== 'note');
  const notes = numbered.filter(({ finding }) => finding.severity === 'note');
  if (report.relations.length === 0 && report.findings.length === 0)
    return <p className="note">这份决算没有可以核对的关系。</p>;
  return (
    <>
      <SeverityCounts counts={countsOf(report.findings)} />
      <p className="note">
        {relationWords(report)}
        {coverageWords(report.coverage)}
      </p>
      {grave.length === 0 && <p className="note">没有发现矛盾，也没有需要查对之处。</p>}
      <FindingLines account={account} findings={grave} />
      {notes.length > 0 && (
        <details className="notes">
          <summary>
            {notes.length} 处{SEVERITY_WORDS.note}：四舍五入的尾差及其他值得知道之处
          </summary>
          <FindingLines account={account} findings={notes} />
        </details>
      )}
      <p>
        <a href={accountFindingsPath(account)}>全部算式、区间与改法</a>
      </p>
    </>
  );
}

interface FindingLinesProps {
  account: string;
  findings: readonly { finding: Finding; number: number }[];
}

function FindingLines({ account, findings }: FindingLinesProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="finding-lines">
      {findings.map(({ finding, number }) => (
        <li key={number}>
          <SeverityMark severity={finding.severity} />
          <div>
            <p>{finding.message}</p>
            <p className="small">
              <a href={accountFindingsPath(account, number)}>
                {finding.detail?.relations.length ? '算式与改法' : '说明'}
              </a>
              {relationCount(finding)}　<PlaceLinks account={account} places={finding.places} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One wrong figure breaks many sums: it is one finding, and the sums are named. */
function relationCount({ severity, detail }: Finding): string {
  const broken = detail?.relations.filter(({ state }) => state === 'contradiction').length ?? 0;
  return broken > 1 ? `　1 处${SEVERITY_WORDS[severity]}，涉及 ${broken} 项关系` : '';
}
