import { disputedHatch, type Hatch, type Theme } from './theme';

/** How a value came about decides how it is drawn: solid, hollow when derived, hatched when disputed. */
export interface Mark {
  /** null is a gap */
  value: number | null;
  /** as shown, with its unit where the chart needs one */
  text: string;
  derived?: boolean;
  disputed?: boolean;
}

interface MarkStyle {
  color: string;
  borderColor?: string;
  borderWidth?: number;
  borderType?: 'solid' | 'dashed';
  decal?: Hatch;
}

/** Hollow for derived, hatched in vermilion for disputed, else the plain colour. */
export function markStyle(mark: Mark, color: string, theme: Theme): MarkStyle {
  if (mark.derived)
    return {
      color: theme.paper,
      borderColor: mark.disputed ? theme.accent : color,
      borderWidth: 1.5,
      borderType: 'dashed',
    };
  if (mark.disputed) return { color, decal: disputedHatch(theme) };
  return { color };
}

/** Text of documents goes into ECharts' rich text and templates, where braces and bars would be markup. */
export const plainText = (text: string): string => text.replace(/[{}|]/g, ' ');
