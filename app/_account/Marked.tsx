import { Fragment } from 'react';
import type { Account } from '../../lib/facts';
import { FindingMark } from '../_findings/FindingMark';
import type { FindingMarks } from '../_findings/marks';
import { claimAnchor } from './anchors';
import { markClaims, type NumberedClaim, readingOf } from './claimMarks';

interface MarkedProps {
  account: Account;
  text: string;
  claims: readonly NumberedClaim[];
  /** where a mark leads */
  hrefOf: (claim: NumberedClaim) => string;
  /** the marks carry the anchors of their claims */
  anchored?: boolean;
  /** findings about the numbers, marked behind them */
  marks?: FindingMarks;
}

/** Text with a mark on each number that was read; hovering or focusing a mark tells what was read. */
export function Marked({ account, text, claims, hrefOf, anchored = false, marks }: MarkedProps) {
  return markClaims(text, claims).map((segment, at) => {
    const read = segment.claims.flatMap((index) => {
      const claim = account.claims[index];
      return claim ? [{ index, claim }] : [];
    });
    const [first] = read;
    if (!first) return segment.text;
    const words = read.map(({ claim }) => readingOf(claim)).join('；');
    const found = read.flatMap(({ index }) => marks?.ofClaim(index) ?? []);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the segments never change
      <Fragment key={at}>
        <a
          className="claim"
          id={anchored ? claimAnchor(first.index) : undefined}
          href={hrefOf(first)}
          data-read={words}
          aria-label={`${segment.text}，读作：${words}`}
        >
          {anchored &&
            read.slice(1).map(({ index }) => <span key={index} id={claimAnchor(index)} className="anchor" />)}
          {segment.text}
        </a>
        <FindingMark marks={[...new Map(found.map((mark) => [mark.number, mark])).values()]} />
      </Fragment>
    );
  });
}
