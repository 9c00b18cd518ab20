/** A figure of one account with the bounds of its rounding: decimal texts in `unit`. */
export interface Figure {
  /** as published where it is published, else recomputed */
  value: string;
  low: string;
  high: string;
  unit: string;
  /** as many as are printed, or as make sense for a quotient */
  decimals: number;
  /** printed in the document · sum of printed cells · worked out by a formula · derived from the next year's comparison */
  source: 'printed' | 'summed' | 'computed' | 'derived';
  /** the printed places, sums or the published and the recomputed value contradict each other */
  disputed: boolean;
  /** in Chinese: what contradicts it, or how it was derived */
  reason: string | null;
  /** line of the document that prints it; null where no line does */
  line: number | null;
}
