import type { StoredDocument } from '../../db/queries/documents';
import type { RevisionSummary } from '../../db/queries/revisions';
import type { Account } from '../../lib/facts';
import { sourcePath } from '../../lib/selection';
import { documentPath } from '../_downloads/addresses';

interface DocumentFactsProps {
  account: Account;
  document: StoredDocument | undefined;
  revisions: readonly RevisionSummary[];
}

/** Which file the account was read from, and its earlier versions. */
export function DocumentFacts({ account, document, revisions }: DocumentFactsProps) {
  const earlier = revisions.filter((revision) => !revision.current);
  return (
    <dl className="facts">
      <dt>标题</dt>
      <dd>{account.document.title ?? '文件没有印出标题'}</dd>
      <dt>文件</dt>
      <dd>
        <a href={sourcePath(account.id)}>{account.document.file}</a>　
        <a className="small" href={documentPath(account.id)} download>
          下载原件
        </a>
      </dd>
      <dt>大小</dt>
      <dd>{document ? `${document.bytes.length} 字节，${document.lines.length} 行` : '不明'}</dd>
      <dt>指纹 SHA-256</dt>
      <dd>{account.document.sha256}</dd>
      <dt>读出</dt>
      <dd>
        表内数字 {account.facts.length} 个，情况说明中的数字 {account.claims.length} 个，绩效自评表{' '}
        {account.performance.length} 张
      </dd>
      <dt>版本</dt>
      <dd>
        第 {account.revision} 版{document && `，载入于 ${dayOf(document.loadedAt)}`}
        {earlier.map((revision) => (
          <span key={revision.revision} className="small">
            　第 {revision.revision} 版{' '}
            <a href={documentPath(account.id, revision.revision)} download>
              {revision.file}
            </a>
            （{dayOf(revision.loadedAt)}）
          </span>
        ))}
      </dd>
    </dl>
  );
}

const dayOf = (moment: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(moment) ?? [];
  return year ? `${year} 年 ${Number(month)} 月 ${Number(day)} 日` : moment;
};
