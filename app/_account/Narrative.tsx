import type { Account } from '../../lib/facts';
import { sourcePath } from '../../lib/selection';
import { FindingMark } from '../_findings/FindingMark';
import type { FindingMarkData, FindingMarks } from '../_findings/marks';
import { Marked } from './Marked';
import { type NarrativeBlock, narrativeOf } from './narrative';

/** A paragraph runs over a few lines; what stands farther off belongs to a table between. */
const LONGEST = 12;

interface NarrativeProps {
  account: Account;
  lines: readonly string[];
  marks: FindingMarks;
}

/** The narrative as published, with the numbers that were read marked. */
export function Narrative({ account, lines, marks }: NarrativeProps) {
  const blocks = narrativeOf(lines, account);
  if (blocks.length === 0) return <p className="note">文件中没有读到带数字的情况说明。</p>;
  return (
    <div className="narrative">
      {blocks.map((block, at) => (
        <Block key={block.line} account={account} block={block} beyond={blocks[at + 1]?.line} marks={marks} />
      ))}
    </div>
  );
}

interface BlockProps {
  account: Account;
  block: NarrativeBlock;
  /** the first line of the block after it */
  beyond: number | undefined;
  marks: FindingMarks;
}

/** Marks of what a block says beside its numbers: wording, numbering, something left out. */
function marksOfBlock(marks: FindingMarks, line: number, beyond = line + 1): FindingMarkData[] {
  const lines = Array.from({ length: Math.min(beyond - line, LONGEST) }, (_, at) => line + at);
  const own = lines.flatMap((one) => marks.at(one, null));
  return own.filter(({ number }, at) => own.findIndex((other) => other.number === number) === at);
}

function Block({ account, block, beyond, marks }: BlockProps) {
  const own = marksOfBlock(marks, block.line, beyond);
  const text = (
    <>
      <Marked
        marks={marks}
        account={account}
        text={block.text}
        claims={block.claims}
        hrefOf={({ claim }) => sourcePath(account.id, claim.place)}
        anchored
      />
      <FindingMark marks={own} />
    </>
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
