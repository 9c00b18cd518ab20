import type { BriefFigure, FigureVerdict } from '../../lib/panels/briefFigures';
import { type Sentence, SIGN_WORDS, SIGNS } from '../../lib/panels/briefSentences';
import { sourcePath } from '../../lib/selection';

/** The small sign behind a number. */
export function Sign({ verdict }: { verdict: FigureVerdict }) {
  if (verdict === 'missing') return null;
  return (
    <abbr className={`sign sign-${verdict}`} title={SIGN_WORDS[verdict]}>
      {SIGNS[verdict]}
    </abbr>
  );
}

/** A sentence whose numbers lead to their lines and carry what the checks say of them. */
export function Said({ sentence }: { sentence: Sentence }) {
  return sentence.map((part, at) => {
    if (typeof part === 'string') return part;
    const { text, verdict, source } = part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
      <span key={at} className="said">
        {source ? <a href={sourcePath(source.account, source.place)}>{text}</a> : text}
        <Sign verdict={verdict} />
      </span>
    );
  });
}

/** A figure of the table; of one in doubt only that it is. */
export function TableFigure({ figure }: { figure: BriefFigure | undefined }) {
  if (!figure || figure.verdict === 'missing') return <span className="missing">—</span>;
  const { cell, verdict } = figure;
  const [source] = cell.sources;
  const text = verdict === 'disputed' ? '存疑' : cell.text;
  return (
    <>
      {source ? <a href={sourcePath(source.account, source.place)}>{text}</a> : text}
      <Sign verdict={verdict} />
    </>
  );
}
