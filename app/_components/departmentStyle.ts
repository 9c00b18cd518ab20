import type { CSSProperties } from 'react';
import { departmentColour } from '../../lib/panels/palette';

/** The colour of a department, for rules and swatches below an element. */
export const departmentStyle = (position: number): CSSProperties =>
  ({ '--department': departmentColour(position) }) as CSSProperties;
