import type { FigureName } from '../../db/queries/figures';

interface FigureChoiceProps {
  name: string;
  label: string;
  figures: readonly FigureName[];
  /** an id; one that is not listed is offered, too */
  chosen: string;
  chosenLabel?: string;
}

/** These stand for one code or one project each: alone they have no figure. */
const OF_A_SUBJECT = ['subject_expenditure', 'economic_expenditure', 'project_budget', 'project_executed'];

const GROUPS = [
  ['金额', (one: FigureName) => one.kind === 'measure' && one.unit === '万元'],
  ['比率与人均', (one: FigureName) => one.kind === 'metric'],
  ['人数、数量与得分', (one: FigureName) => one.kind === 'measure' && one.unit !== '万元'],
] as const;

/** The measures and metrics of the store, grouped. */
export function FigureChoice({ name, label, figures, chosen, chosenLabel }: FigureChoiceProps) {
  const usable = figures.filter(({ figure }) => !OF_A_SUBJECT.includes(figure));
  const isListed = usable.some(({ figure }) => figure === chosen);
  return (
    <div className="filter filter-figure">
      <label htmlFor={`figure-${name}`}>{label}</label>
      <select id={`figure-${name}`} name={name} defaultValue={chosen}>
        {!isListed && <option value={chosen}>{chosenLabel ?? chosen}</option>}
        {GROUPS.map(([group, isOf]) => (
          <optgroup key={group} label={group}>
            {usable.filter(isOf).map(({ figure, label: text, unit }) => (
              <option key={figure} value={figure}>
                {unit === '' || unit === '万元' ? text : `${text}（${unit}）`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
