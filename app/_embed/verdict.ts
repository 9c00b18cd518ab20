import type { CheckReport, VerdictState } from '../../lib/findings';
import type { PanelCell, PanelData } from '../../lib/panels/panel';
import type { Place } from '../../lib/place';

/**
 * What can be said of the figures shown. consistent: the relations they take part in hold · contradictory: at least one does not ·
 * not_checkable: none could be evaluated · not_checked: no report.
 */
export interface Verdict {
  state: 'consistent' | 'contradictory' | 'not_checkable' | 'not_checked';
  /** how the figures shown came about; disputed ones are counted there, too */
  figures: Record<PanelCell['status'], number> & { disputed: number };
  /** relations that the printed figures behind the panel take part in; null without a report */
  relations: Record<VerdictState, number> | null;
  /** printed figures behind the panel that the checks blame for a contradiction; the others are only in its company */
  blamed: number;
}

const keyOf = (account: string, place: Place, printed: string): string =>
  `${account}|${place.page}|${place.sheet}|${place.line}|${place.cell}|${printed}`;

function relationsOf(data: PanelData, reports: ReadonlyMap<string, CheckReport>): Record<VerdictState, number> {
  const shown = new Set(data.sources.map(({ account, place, printed }) => keyOf(account, place, printed)));
  const counts: Record<VerdictState, number> = { exact: 0, rounding: 0, contradiction: 0, not_checkable: 0 };
  for (const [account, report] of reports)
    for (const { left, right, state } of report.relations)
      if (
        [...left, ...right].some(
          ({ place, printed }) => place !== null && printed !== null && shown.has(keyOf(account, place, printed)),
        )
      )
        counts[state] += 1;
  return counts;
}

/** Where the checks would have another figure stand. */
function blamedIn(data: PanelData, reports: ReadonlyMap<string, CheckReport>): number {
  const blamed = new Set(
    [...reports].flatMap(([account, { findings }]) =>
      findings
        .filter(({ severity }) => severity === 'error')
        .flatMap(({ detail }) => detail?.repair?.cells ?? [])
        .map(({ place, printed }) => keyOf(account, place, printed)),
    ),
  );
  return data.sources.filter(({ account, place, printed }) => blamed.has(keyOf(account, place, printed))).length;
}

function figuresOf({ rows }: PanelData): Verdict['figures'] {
  const figures: Verdict['figures'] = { published: 0, adopted: 0, derived: 0, computed: 0, missing: 0, disputed: 0 };
  for (const cell of rows.flatMap((row) => row.cells)) {
    figures[cell.status] += 1;
    if (cell.disputed) figures.disputed += 1;
  }
  return figures;
}

/** The verdict on a panel's figures, from the reports of its accounts. */
export function judge(data: PanelData, reports: ReadonlyMap<string, CheckReport>): Verdict {
  const figures = figuresOf(data);
  const relations = reports.size > 0 ? relationsOf(data, reports) : null;
  const blamed = blamedIn(data, reports);
  const counted = { figures, relations, blamed };
  if (figures.disputed > 0 || (relations?.contradiction ?? 0) > 0) return { state: 'contradictory', ...counted };
  if (relations === null) return { state: 'not_checked', ...counted };
  return { state: relations.exact + relations.rounding > 0 ? 'consistent' : 'not_checkable', ...counted };
}
