import type { PanelCell, PanelSource } from '../../lib/panels/panel';
import { accountFindingsPath, sourcePath } from '../../lib/selection';

/** What a status adds to a figure; published figures carry no mark. */
export const MARKS = {
  disputed: { sign: '疑', meaning: '公布的数字互相矛盾' },
  adopted: { sign: '采', meaning: '几处公布的数字不一致，采用能与其他数字对上的一处' },
  derived: { sign: '推', meaning: '由公布的数字推得，并非公布数' },
} as const;
export type MarkId = keyof typeof MARKS;

const STATUS_WORDS: Readonly<Record<PanelCell['status'], string>> = {
  published: '公布数',
  adopted: '采用数',
  derived: '推得数',
  computed: '计算数',
  missing: '缺',
};

export const marksOf = (cell: PanelCell): MarkId[] => [
  ...(cell.disputed ? (['disputed'] as const) : []),
  ...(cell.status === 'adopted' || cell.status === 'derived' ? [cell.status] : []),
];

const isPlain = (cell: PanelCell): boolean =>
  cell.sources.length === 1 && cell.status === 'published' && !cell.disputed && !cell.reason;
const bounded = (cell: PanelCell): boolean =>
  cell.low !== undefined && cell.high !== undefined && cell.low !== cell.high;
const isSilent = (cell: PanelCell): boolean => cell.sources.length === 0 && !cell.reason && !bounded(cell);

/** One figure with its provenance: a link to its line, or, where there is more to say, a card with all places. */
export function Figure({ cell, id }: { cell: PanelCell; id: string }) {
  const [only] = cell.sources;
  const card = !isPlain(cell) && !isSilent(cell);
  return (
    <>
      <span className={cell.disputed && !cell.partly ? 'disputed' : undefined}>
        {isPlain(cell) && only && <SourceLink source={only} text={cell.text} />}
        {isSilent(cell) && <span className={cell.status === 'missing' ? 'missing' : 'value'}>{cell.text}</span>}
        {card && (
          <button
            type="button"
            className={cell.status === 'missing' ? 'cell-link missing' : 'cell-link'}
            popoverTarget={id}
            aria-label={`${cell.text}，查看出处`}
          >
            {cell.text}
          </button>
        )}
        {marksOf(cell).map((mark) => (
          <Mark key={mark} mark={mark} />
        ))}
      </span>
      {card && <Provenance cell={cell} id={id} />}
    </>
  );
}

export function Mark({ mark }: { mark: MarkId }) {
  const { sign, meaning } = MARKS[mark];
  return (
    <abbr className={`mark mark-${mark}`} title={meaning}>
      {sign}
    </abbr>
  );
}

function SourceLink({ source, text }: { source: PanelSource; text: string }) {
  return (
    <a
      className="cell-link"
      href={sourcePath(source.account, source.place)}
      title={`原文第 ${source.place.line} 行：${source.label}`}
    >
      {text}
    </a>
  );
}

function Provenance({ cell, id }: { cell: PanelCell; id: string }) {
  return (
    <div id={id} popover="auto" className="places">
      <dl>
        <div>
          <dt>{STATUS_WORDS[cell.status]}</dt>
          <dd>{cell.status === 'missing' ? (cell.reason ?? cell.text) : cell.text}</dd>
        </div>
        {cell.reason && cell.status !== 'missing' && (
          <div>
            <dt>说明</dt>
            <dd>{cell.reason}</dd>
          </div>
        )}
        {cell.sources.length > 0 && (
          <div>
            <dt>出处</dt>
            {cell.sources.map((source, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <dd key={index}>
                <SourceLine source={source} />
              </dd>
            ))}
          </div>
        )}
        {cell.disputed && cell.sources[0] && (
          <div>
            <dt>核对</dt>
            <dd>
              <a href={accountFindingsPath(cell.sources[0].account)}>这份决算的算式与改法</a>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

export function SourceLine({ source }: { source: PanelSource }) {
  return (
    <a href={sourcePath(source.account, source.place)}>
      {source.label}：{source.printed}
      <span className="small">（第 {source.place.line} 行）</span>
    </a>
  );
}
