import { summariesOf } from '../../lib/causes';
import type { Account } from '../../lib/facts';
import { type CheckReport, SEVERITIES, SEVERITY_WORDS, type Severity } from '../../lib/findings';
import { accountPath } from '../../lib/selection';
import { STATEMENTS } from '../../lib/statements';
import type { CardOf } from './askFindings';
import { FindingArticle } from './FindingArticle';
import { countsOf, coverageWords, relationWords, SeverityCounts } from './Overview';
import { Verdict } from './Verdict';

const EXPLANATIONS: Readonly<Record<Severity, string>> = {
  error: '在四舍五入之内找不到一组真值使这些数字同时成立。',
  warning: '要有某种假定才能成立，或是空缺、措辞、名称、完整性方面的问题。',
  note: '在四舍五入之内，或并非差错，值得知道；不计入矛盾。',
};

interface AccountFindingsProps {
  account: Account;
  report: CheckReport;
  lines: readonly string[];
  cardOf: CardOf;
}

/** Everything that the checks say of an account: a verdict a statement, then every finding in full. */
export function AccountFindings({ account, report, lines, cardOf }: AccountFindingsProps) {
  const numbered = report.findings.map((finding, index) => ({ finding, number: index + 1 }));
  return (
    <>
      <section className="section" aria-labelledby="verdicts">
        <h2 id="verdicts">各表核对结果</h2>
        <SeverityCounts counts={countsOf(report.findings)} />
        <p className="note">
          {relationWords(report)}
          {coverageWords(report.coverage)}
        </p>
        <Verdicts account={account} report={report} />
      </section>
      {SEVERITIES.map((severity) => {
        const own = numbered.filter(({ finding }) => finding.severity === severity);
        return (
          <section key={severity} className="section" aria-labelledby={severity}>
            <h2 id={severity}>
              {SEVERITY_WORDS[severity]} {own.length} 处
            </h2>
            <p className="note">{own.length === 0 ? '没有。' : EXPLANATIONS[severity]}</p>
            {own.map(({ finding, number }) => (
              <FindingArticle
                key={number}
                account={account}
                finding={finding}
                number={number}
                lines={lines}
                cardOf={cardOf}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Verdicts({ account, report }: { account: Account; report: CheckReport }) {
  return (
    <dl className="verdicts">
      {summariesOf(report, account).map((summary) => (
        <div key={summary.statement}>
          <dt>
            <a href={accountPath(account.id, summary.statement.replaceAll('_', '-'))}>
              {STATEMENTS[summary.statement].title}
            </a>
          </dt>
          <dd>
            <Verdict account={account.id} summary={summary} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
