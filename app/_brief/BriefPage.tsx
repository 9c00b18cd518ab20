import { departmentOf, departmentPath } from '../../lib/departmentSelection';
import type { Brief } from '../../lib/panels/brief';
import { NEVER_CHECKED, SIGN_WORDS } from '../../lib/panels/briefSentences';
import { accountFindingsPath, accountPath, comparePath, sourcePath } from '../../lib/selection';
import { renderSvg } from '../_components/renderSvg';
import type { AskedBrief } from './askBrief';
import { Said, Sign, TableFigure } from './Said';

/** One A4 page: what may be said, what is in doubt, the key table, small charts, and where everything stands. */
export function BriefPage({ asked, address }: { asked: AskedBrief; address: string }) {
  const { brief, loaded, version } = asked;
  const alone = brief.accounts.length === 1;
  const many = brief.accounts.some(({ mark }) => /^[①-⑧]$/.test(mark));
  return (
    <article className={alone ? 'brief' : 'brief brief-compared'} data-accounts={brief.accounts.length}>
      <header>
        <p className="brief-kicker">决算通览 · 简报</p>
        <h1>{brief.title}</h1>
        {many && (
          <ol className="brief-names">
            {brief.accounts.map(({ id, name, year, mark }) => (
              <li key={id}>
                {mark} <a href={accountPath(id)}>{name}</a> {year} 年度
              </li>
            ))}
          </ol>
        )}
      </header>
      <div className="brief-text">
        {brief.sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change
          <p key={at}>
            <Said sentence={sentence} />
          </p>
        ))}
        <Quoted brief={brief} />
      </div>
      <Doubts brief={brief} />
      <div className="brief-figures">
        <Table brief={brief} />
        <Drawings brief={brief} />
      </div>
      <footer className="brief-foot">
        <p>
          {(['consistent', 'near', 'unchecked', 'disputed'] as const).map((verdict) => (
            <span key={verdict} className="brief-legend">
              <Sign verdict={verdict} />
              {verdict === 'unchecked' && brief.isUnchecked ? NEVER_CHECKED : SIGN_WORDS[verdict]}
            </span>
          ))}
        </p>
        {brief.missing.map(({ names, labels }) => (
          <p key={names.join()}>
            {alone ? '' : `${names.join('、')}：`}文件没有公布
            {labels.map(({ label, reason }) => (alone && reason ? `${label}（${cut(reason, 60)}）` : label)).join('、')}
            。
          </p>
        ))}
        {brief.limits.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <Sources brief={brief} />
        <p>
          数据截至 {loaded}（数据版本 {version}）　{address}
        </p>
      </footer>
    </article>
  );
}

/** Long texts are quoted in part, and the cut is shown. */
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}……` : text);

function Quoted({ brief: { reasons, accounts } }: { brief: Brief }) {
  return reasons.map(({ account, name, quoted: { words, reason } }) => (
    <p key={`${account} ${reason.text}`}>
      {name && `${name} `}
      {words}，文件说明的原因：
      <q className="reason">
        <a href={sourcePath(account, reason.place)} title={reason.text}>
          {cut(reason.text, accounts.length === 1 ? 150 : 60)}
        </a>
      </q>
      （第 {reason.place.line} 行）。
    </p>
  ));
}

function Doubts({ brief: { disputes, furtherDisputes, contradictions } }: { brief: Brief }) {
  const wrong = contradictions.filter(({ count }) => count > 0);
  if (wrong.length === 0 && disputes.length === 0) return null;
  return (
    <section className="brief-doubts" aria-labelledby="doubts">
      <h2 id="doubts">{disputes.length > 0 ? '存疑，不作叙述' : '以上数字之外的矛盾'}</h2>
      <ul>
        {disputes.map(({ account, name, dispute: { label, values } }) => (
          <li key={`${account} ${label}`}>
            {name && `${name} `}
            {label}：
            {values.map(({ text, source }, at) => (
              <span key={text}>
                {at > 0 && ' / '}
                {source ? (
                  <a href={sourcePath(source.account, source.place)}>
                    {text}（第 {source.place.line} 行）
                  </a>
                ) : (
                  text
                )}
              </span>
            ))}
          </li>
        ))}
        {furtherDisputes.length > 0 && (
          <li>
            另有 {furtherDisputes.reduce((sum, { count }) => sum + count, 0)} 个数字存疑，没有列出：
            {furtherDisputes.map(({ account, name, count }, at) => (
              <span key={account}>
                {at > 0 && '、'}
                <a href={accountFindingsPath(account)}>
                  {name ? `${name} ${count} 个` : `见 ${accountFindingsPath(account)}`}
                </a>
              </span>
            ))}
          </li>
        )}
      </ul>
      <p>
        {wrong.map(({ account, name, count }, at) => (
          <span key={account}>
            {at > 0 && '；'}
            {name && `${name} `}
            <a href={accountFindingsPath(account)}>全文 {count} 处矛盾</a>
          </span>
        ))}
        {wrong.length > 0 && '。'}
      </p>
    </section>
  );
}

function Table({ brief: { accounts, rows } }: { brief: Brief }) {
  return (
    <table>
      <caption className="visually-hidden">主要数字</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {accounts.map(({ id, mark, name, year }) => (
            <th key={id} scope="col" className="figure">
              {accounts.length === 1 ? `${year} 年` : mark.length === 1 ? `${mark} ${year}` : `${name} ${year}`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, unit, figures }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {unit && <span className="small">（{unit}）</span>}
            </th>
            {figures.map((figure, at) => (
              <td key={accounts[at]?.id} className="figure">
                <TableFigure figure={figure} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** CSS pixels at which the charts are drawn: half a sheet and a whole one; the sheet scales them. */
const DRAWN = { half: 358, whole: 690 } as const;

function Drawings({ brief: { drawings, accounts } }: { brief: Brief }) {
  const alone = accounts.length === 1;
  return (
    <div className="brief-drawings">
      {drawings.map(({ title, answer, chart }, at) => {
        const { option, height } = alone ? chart.narrow : chart;
        const svg = renderSvg(option, alone ? DRAWN.half : DRAWN.whole, height, `brief-${at}`);
        return (
          <figure key={title}>
            {alone && <figcaption>{title}</figcaption>}
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; the renderer escapes its texts */}
            <div role="img" aria-label={answer} dangerouslySetInnerHTML={{ __html: svg }} />
          </figure>
        );
      })}
      {drawings.length === 0 && <p className="missing">图略：所用的数字存疑或没有公布。</p>}
    </div>
  );
}

function Sources({ brief: { lines, accounts } }: { brief: Brief }) {
  return (
    <p>
      出处：
      {lines.map(({ account, name, lines: own }, at) => (
        <span key={account}>
          {at > 0 && '；'}
          <a href={accountPath(account)}>
            {accounts[at]?.mark.length === 1 ? accounts[at].mark : `${name} 年度部门决算`}
          </a>
          第 {own.join('、')} 行
        </span>
      ))}
      。
    </p>
  );
}

/** Where to go from a brief; not printed. */
export function BriefWays({ brief: { accounts } }: { brief: Brief }) {
  const ids = accounts.map(({ id }) => id);
  const [first] = ids;
  return (
    <p className="ways no-print">
      <span>用浏览器的打印功能即得一页 A4。</span>
      {first && ids.length === 1 && <a href={departmentPath(departmentOf(first))}>这个部门的历年</a>}
      {first && ids.length === 1 && <a href={accountPath(first)}>决算全文</a>}
      {ids.length > 1 && <a href={comparePath(ids)}>回到比较</a>}
    </p>
  );
}
