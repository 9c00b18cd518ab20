import type { Panel } from './panel';
import { structure } from './structure';
import { totals } from './totals';

export const PANELS: readonly Panel[] = [totals, structure];

/** The panel of an address; undefined when there is none. */
export const findPanel = (id: string): Panel | undefined => PANELS.find((panel) => panel.id === id);
