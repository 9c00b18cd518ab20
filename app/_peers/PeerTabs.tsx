import type { AskedPeers } from './askPeers';
import { type PeerPage, peersPath } from './peerSelection';

const WORDS: readonly (readonly [PeerPage, string])[] = [
  ['rankings', '排名'],
  ['distribution', '分布'],
  ['scatter', '两项对照'],
];

const SCALES = [
  [undefined, '自动'],
  ['linear', '等距'],
  ['log', '对数'],
] as const;

/** The three ways to see the same departments, each with an address of its own, and the scale where it can be chosen. */
export function PeerTabs({ page, asked: { selection } }: { page: PeerPage; asked: AskedPeers }) {
  const shown = { ...selection, page: 1, text: undefined };
  return (
    <div className="switches no-print">
      <nav className="options" aria-label="看法">
        {WORDS.map(([one, label]) => (
          <a key={one} href={peersPath(one, shown)} aria-current={one === page ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {page !== 'distribution' && (
        <p className="options">
          <span>刻度</span>
          {SCALES.map(([scale, label]) => (
            <a
              key={label}
              href={peersPath(page, { ...selection, scale })}
              aria-current={selection.scale === scale ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
