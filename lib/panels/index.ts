import { agencyOperatingCosts } from './agencyOperatingCosts';
import { classes } from './classes';
import { economic } from './economic';
import { flow } from './flow';
import { functionalTree } from './functionalTree';
import { growth } from './growth';
import { keyFigures } from './keyFigures';
import type { Panel } from './panel';
import { structure } from './structure';
import { totals } from './totals';

export const PANELS: readonly Panel[] = [
  keyFigures,
  totals,
  structure,
  growth,
  agencyOperatingCosts,
  classes,
  economic,
  functionalTree,
  flow,
];

/** The panel of an address; undefined when there is none. */
export const findPanel = (id: string): Panel | undefined => PANELS.find((panel) => panel.id === id);
