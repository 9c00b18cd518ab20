import type { TrendBreak } from '../../db/queries/trends';
import { departmentYears, type FigureYears } from '../../lib/panels/departmentYears';
import { PanelFoot } from '../_components/PanelFoot';
import { StillChart } from '../_subjects/StillChart';

interface YearsProps {
  name: string;
  figures: readonly FigureYears[];
  years: readonly number[];
  breaks: readonly TrendBreak[];
}

/** The main figures over the years: expenditure drawn, all of them in a table, and what breaks the line. */
export function Years({ name, figures, years, breaks }: YearsProps) {
  const table = departmentYears(name, figures, new Set(years));
  return (
    <>
      <p className="small">{table.subtitle}</p>
      {table.chart && <StillChart name="years" answer={table.answer} chart={table.chart} />}
      <PanelFoot data={{ ...table, chart: null }} />
      {breaks.length > 0 && (
        <ul className="dotted">
          {breaks.map(({ year, kind, text }) => (
            <li key={`${year} ${kind} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
