import type { Account } from '../../lib/facts';
import { sourcePath } from '../../lib/selection';
import { Marked } from './Marked';
import { type NarrativeBlock, narrativeOf } from './narrative';

/** The narrative as published, with the numbers that were read marked. */
export function Narrative({ account, lines }: { account: Account; lines: readonly string[] }) {
  const blocks = narrativeOf(lines, account);
  if (blocks.length === 0) return <p className="note">文件中没有读到带数字的情况说明。</p>;
  return (
    <div className="narrative">
      {blocks.map((block) => (
        <Block key={block.line} account={account} block={block} />
      ))}
    </div>
  );
}

function Block({ account, block }: { account: Account; block: NarrativeBlock }) {
  const text = (
    <Marked
      account={account}
      text={block.text}
      claims={block.claims}
      hrefOf={({ claim }) => sourcePath(account.id, claim.place)}
      anchored
    />
  );
  const lineLink = (
    <a
      className="line-number"
      href={sourcePath(account.id, { line: block.line })}
      aria-label={`原文第 ${block.line} 行`}
    >
      {block.line}
    </a>
  );
  if (block.kind === 'heading' && block.level < 2)
    return (
      <h3>
        {lineLink}
        <span>{text}</span>
      </h3>
    );
  return (
    <p className={block.kind === 'heading' ? 'narrative-item' : undefined}>
      {lineLink}
      <span>{text}</span>
    </p>
  );
}
