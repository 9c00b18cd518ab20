import type { Hit } from '../../db/queries/search';
import { DepartmentChooser } from '../_components/DepartmentChooser';
import type { AskedPeers } from './askPeers';
import { MOST_MARKED, type PeerPage, peersPath } from './peerSelection';

interface MarkingProps {
  page: PeerPage;
  asked: AskedPeers;
  hits: readonly Hit[] | undefined;
  /** names of marked departments that the answer does not hold */
  lacking: readonly string[];
}

/** Which departments are marked, and who could be compared with them. */
export function Marking({ page, asked, hits, lacking }: MarkingProps) {
  const { selection, chosen } = asked;
  const { text: _text, departments: _departments, ...rest } = selection;
  const kept = new URL(peersPath(page, { ...rest, departments: selection.departments, page: 1 }), 'http://x')
    .searchParams;
  return (
    <div>
      <DepartmentChooser
        action={`/${page}`}
        kept={Object.fromEntries(kept)}
        title="标出哪些部门"
        chosen={chosen}
        most={MOST_MARKED}
        text={selection.text}
        hits={hits}
        hrefOf={(departments) => peersPath(page, { ...rest, departments: [...departments] })}
      />
      {lacking.length > 0 && (
        <p className="note" role="status">
          {lacking.join('、')}没有 {selection.year} 年的这个数字，或不在比较范围之内，没有标出。
        </p>
      )}
      <Peers page={page} asked={asked} />
    </div>
  );
}

/** The first marked department's like: of its kind, its province, its level. */
function Peers({ page, asked: { selection, chosen } }: Pick<MarkingProps, 'page' | 'asked'>) {
  const [first] = chosen;
  if (!first) return null;
  const { kind, level, region } = first;
  const only = (more: Partial<typeof selection>) =>
    peersPath(page, { ...selection, text: undefined, page: 1, ...more });
  return (
    <p className="options no-print">
      <span>只与它的同类比</span>
      <a href={only({ kind })}>{kind}</a>
      {level && <a href={only({ level })}>{level}部门</a>}
      {region && <a href={only({ region: `${region.code.slice(0, 2)}0000` })}>同省</a>}
      {region && !region.code.endsWith('0000') && <a href={only({ region: `${region.code.slice(0, 4)}00` })}>同市</a>}
    </p>
  );
}
