import { findingAnchor } from '../../lib/selection';
import type { FindingMarkData } from './marks';

export const cardId = (number: number): string => `card-${findingAnchor(number)}`;

/** Marks at a figure; each opens the card of its finding, by the browser itself. */
export function FindingMark({ marks }: { marks: readonly FindingMarkData[] }) {
  return marks.map(({ number, severity, label }) => (
    <button
      key={number}
      type="button"
      className={`finding-mark finding-mark-${severity}`}
      popoverTarget={cardId(number)}
      aria-label={label}
    />
  ));
}
