import type { PanelData } from '../../lib/panels/panel';

const NARROW_BELOW = 640;

/** About how high a frame must be for a panel at a width, for hosts that fix the height: title, words and links around the chart. */
export function frameHeight({ chart, answer, notes, options, rows }: PanelData, width: number): number {
  const narrow = width < NARROW_BELOW;
  const lines = (text: string): number => Math.ceil((text.length * 14) / Math.min(width - 32, 670));
  const words = 270 + 22 * (lines(answer) + notes.reduce((sum, note) => sum + lines(note), 0) + 2 * options.length);
  if (!chart) return words + 28 * rows.length;
  const scale = narrow ? Math.min(width - 32, 440) / 358 : Math.min(width - 32, 1000) / 800;
  return Math.ceil((words + (narrow ? chart.narrow.height : chart.height) * scale) / 10) * 10;
}
