import type { Hit } from '../../db/queries/search';
import { hitCode, hitContext, hitPath } from './hitLinks';

/** Hits of one kind, each leading to the page that answers it. */
export function HitList({ hits }: { hits: readonly Hit[] }) {
  return (
    <ul className="hits">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`}>
          <a href={hitPath(hit)}>
            <HitName hit={hit} />
          </a>
          <span className="small"> {hitContext(hit)}</span>
        </li>
      ))}
    </ul>
  );
}

export function HitName({ hit }: { hit: Hit }) {
  const code = hitCode(hit);
  return (
    <>
      {code && <span className="code">{code}</span>}
      {hit.label}
    </>
  );
}
