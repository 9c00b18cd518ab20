import { SIZE_CLASSES, SIZE_LABELS } from '../../db/queries/peers';
import { FigureChoice } from '../_components/FigureChoice';
import { Select } from '../_components/Select';
import type { AskedPeers } from './askPeers';
import { LEVELS, type PeerPage, peersPath } from './peerSelection';

/** Which figure of which departments: a plain form; what is chosen becomes the address. */
export function PeerForm({ page, asked }: { page: PeerPage; asked: AskedPeers }) {
  const { selection, figures, years, regions, kinds } = asked;
  const isScatter = page === 'scatter';
  const kept = {
    department: selection.departments.join(','),
    scale: selection.scale,
    y: isScatter ? undefined : selection.y,
    order: page === 'rankings' || selection.order === 'descending' ? undefined : selection.order,
  };
  return (
    <form action={`/${page}`} method="get" className="filters" aria-label="选择指标和比较范围">
      <FigureChoice
        name={isScatter ? 'x' : 'figure'}
        label={isScatter ? '横轴' : '指标'}
        figures={figures}
        chosen={selection.figure}
      />
      {isScatter && <FigureChoice name="y" label="纵轴" figures={figures} chosen={selection.y ?? ''} />}
      <Select
        id="peer-year"
        name="year"
        label="年度"
        options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
        chosen={selection.year}
      />
      <Select
        id="peer-region"
        name="region"
        label="地区（含下级）"
        all="全部地区"
        options={regions.map(({ code, name, level }) => ({ value: code, label: `${INDENT[level]}${name}` }))}
        chosen={selection.region}
      />
      <Select
        id="peer-level"
        name="level"
        label="级别"
        all="全部级别"
        options={LEVELS.map((level) => ({ value: level, label: level }))}
        chosen={selection.level}
      />
      <div className="filter">
        <label htmlFor="peer-kind">部门类别</label>
        <input
          id="peer-kind"
          name="kind"
          list="peer-kinds"
          maxLength={60}
          placeholder="全部，如 财政局"
          defaultValue={selection.kind ?? ''}
        />
        <datalist id="peer-kinds">
          {kinds.map(({ kind, departments }) => (
            <option key={kind} value={kind} label={`${departments} 个`} />
          ))}
        </datalist>
      </div>
      <Select
        id="peer-size"
        name="size"
        label="当年支出规模"
        all="不限"
        options={SIZE_CLASSES.map((size) => ({ value: size, label: SIZE_LABELS[size] }))}
        chosen={selection.size}
      />
      {page === 'rankings' && (
        <Select
          id="peer-order"
          name="order"
          label="次序"
          options={[
            { value: 'descending', label: '从高到低' },
            { value: 'ascending', label: '从低到高' },
          ]}
          chosen={selection.order}
        />
      )}
      {Object.entries(kept).map(([name, value]) =>
        value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="filter-actions">
        <button type="submit" className="action">
          查看
        </button>
        {isNarrowed(asked) && <a href={peersPath(page, withoutFilter(asked))}>清除范围</a>}
      </div>
    </form>
  );
}

const INDENT = { 省级: '', 地级: '　', 县级: '　　' } as const;

const withoutFilter = ({ selection }: AskedPeers) => ({
  ...selection,
  region: undefined,
  level: undefined,
  kind: undefined,
  size: undefined,
  page: 1,
});

const isNarrowed = ({ filter }: AskedPeers): boolean => Object.keys(filter).length > 0;
