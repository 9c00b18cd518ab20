/** On the process, since the pages and what runs at the start are bundled apart. */
const state = globalThis as { juesuanStopping?: boolean };

export const isStopping = (): boolean => state.juesuanStopping === true;

export function markStopping(): void {
  state.juesuanStopping = true;
}
