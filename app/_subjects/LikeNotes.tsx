interface LikeNotesProps {
  rows: readonly { code: string; name: string; years: readonly { year: number; mappedFrom: readonly string[] }[] }[];
}

/** So many changed figures are spelled out. */
const SPELLED = 60;

/** Which figures the like-for-like switch changed, and what it counted where. */
export function LikeNotes({ rows }: LikeNotesProps) {
  const changed = rows.flatMap(({ code, name, years }) =>
    years
      .filter(({ mappedFrom }) => mappedFrom.length > 0)
      .map(({ year, mappedFrom }) => ({ code, name, year, mappedFrom })),
  );
  if (changed.length === 0) return null;
  return (
    <details className="like-notes">
      <summary>按现行科目归并，改变了 {changed.length} 个数（表中标“并”）</summary>
      <ul className="dotted small">
        {changed.slice(0, SPELLED).map(({ code, name, year, mappedFrom }) => (
          <li key={`${code} ${year}`}>
            {year} 年 {code} {name}：{mappedWords(mappedFrom)}
          </li>
        ))}
        {changed.length > SPELLED && <li>另有 {changed.length - SPELLED} 个</li>}
      </ul>
    </details>
  );
}

/** Former codes that are counted here, and those that are counted elsewhere (with − in front). */
export function mappedWords(mappedFrom: readonly string[]): string {
  const given = mappedFrom.filter((one) => !one.startsWith('−'));
  const taken = mappedFrom.filter((one) => one.startsWith('−')).map((one) => one.slice(1));
  return [
    given.length > 0 ? `并入原科目 ${given.join('、')}` : '',
    taken.length > 0 ? `减去移往别处的 ${taken.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('，');
}
