import { MEASURE_IDS, MEASURES } from '../../../lib/measures';
import { METRICS } from '../../../lib/metrics';
import { unitOf } from '../../../lib/units';
import { type Db, tables } from '../../open';
import { insertInto } from '../insert';
import { keepEntry } from '../searchEntries';

/** A share by class needs a class: it is answered by spending. */
export const ROLLED_METRICS = METRICS.filter(({ id }) => id !== 'class_share');

const NAMES = [
  ...MEASURE_IDS.map((figure) => {
    const { label, kind } = MEASURES[figure];
    return {
      figure,
      kind: 'measure' as const,
      label,
      unit: unitOf(figure),
      formula: null,
      additive: kind !== 'points',
    };
  }),
  ...ROLLED_METRICS.map(({ id, zh, unit, formula }) => ({
    figure: id,
    kind: 'metric' as const,
    label: zh,
    unit,
    formula,
    additive: false,
  })),
];

/** Keeps the names of all measures and metrics, and gives the numbers they are stored under. */
export function figureNumbers(db: Db): Map<string, number> {
  const { orm } = db;
  const known = new Map(
    orm
      .select()
      .from(tables.figureNames)
      .all()
      .map((row) => [row.figure, row]),
  );
  for (const name of NAMES) {
    if (!known.has(name.figure) || known.get(name.figure)?.label !== name.label)
      keepEntry(db, { kind: 'figure', key: name.figure, label: name.label, context: name.formula ?? name.unit });
    const row = known.get(name.figure);
    if (!row) insertInto(db, tables.figureNames, [{ ...name }]);
    else if (row.label !== name.label || row.formula !== name.formula || row.unit !== name.unit)
      rename(db, row.id, name);
  }
  const rows = known.size === NAMES.length ? [...known.values()] : orm.select().from(tables.figureNames).all();
  return new Map(rows.map(({ figure, id }) => [figure, id]));
}

function rename(db: Db, id: number, { label, unit, formula }: (typeof NAMES)[number]): void {
  db.sqlite
    .prepare('UPDATE figure_names SET label = ?, unit = ?, formula = ? WHERE id = ?')
    .run(label, unit, formula, id);
}
