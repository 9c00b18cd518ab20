import { type TrendSelection, type TrendView, trendsPath } from '../../lib/trendSelection';

const VIEWS: readonly (readonly [TrendView, string])[] = [
  ['nominal', '公布数'],
  ['share', '占比'],
  ['per_person', '人均'],
  ['index', '指数'],
];

const SCALES = [
  [undefined, '自动'],
  ['linear', '等距'],
  ['log', '对数'],
] as const;

/** How the figures are shown: links, because the state of the page is its address. */
export function TrendSwitches({ selection }: { selection: TrendSelection }) {
  const current = (is: boolean) => (is ? 'true' : undefined);
  return (
    <div className="switches no-print">
      <p className="options">
        <span>显示</span>
        {VIEWS.map(([view, label]) => (
          <a key={view} href={trendsPath({ ...selection, view })} aria-current={current(selection.view === view)}>
            {label}
          </a>
        ))}
      </p>
      <p className="options">
        <span>刻度</span>
        {SCALES.map(([scale, label]) => (
          <a key={label} href={trendsPath({ ...selection, scale })} aria-current={current(selection.scale === scale)}>
            {label}
          </a>
        ))}
      </p>
    </div>
  );
}
