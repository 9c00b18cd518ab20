/** A merger, a split or a new name of the body itself: 原…局 … 并入/更名/组建, or 因机构改革 …. */
const TOLD =
  /(?:原[^。；，,]{2,24}(?:局|委|办|中心|站|所|院|会|厅|处|队)[^。；]{0,30}(?:并入|合并|更名|整合|组建|划入|划转|撤销)|(?:因|由于|根据)[^。；]{0,12}机构改革[^。；]{0,40}(?:并入|合并|更名|整合|组建|划入|划转|撤销|增加|减少))/;
const DENIED = /不涉及|未涉及|没有|未发生|无机构|无变化/;
/** Duties tell of other bodies. */
const DUTY = /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*)?(?:负责|承担|指导|组织|拟订|贯彻)/;
const LONGEST = 160;

/** The sentence in which a document tells that its body was merged, split or renamed; null for most documents. */
export function reorganisationOf(text: string): string | null {
  if (!/机构改革|并入|合并|更名|整合|组建|划入|划转/.test(text)) return null;
  for (const line of text.split('\n')) {
    if (line.includes('\t') || DUTY.test(line.trim())) continue;
    for (const sentence of line.split(/(?<=[。；])/))
      if (TOLD.test(sentence) && !DENIED.test(sentence)) return sentence.trim().slice(0, LONGEST);
  }
  return null;
}
