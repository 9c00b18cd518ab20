import type { PanelData } from '../../lib/panels/panel';
import type { View } from '../../lib/selection';

interface Crumb {
  label: string;
  /** the options that lead there */
  view: View;
}

/** The way from the whole to where a drill-down stands; one step or none where the panel has no such option. */
export function crumbsOf({ options }: PanelData): Crumb[] {
  const within = options.find((option) => option.key === 'within');
  if (!within) return [];
  return within.choices
    .filter(({ value }, at) => at === 0 || within.value === value || (value !== '' && within.value.startsWith(value)))
    .map(({ value, label }) => ({ label, view: { within: value } }));
}
