/** Requests whose page found nothing to show; on the process, since routes and what runs at the start are bundled apart. */
const state = globalThis as { juesuanMissing?: Set<string> };

/** A page without its subject is written like any other, and answered as 404. */
export function markMissing(request: string): void {
  state.juesuanMissing ??= new Set();
  state.juesuanMissing.add(request);
}

/** Whether the page of a request found nothing; asked once, when its head is sent. */
export const wasMissing = (request: string): boolean => state.juesuanMissing?.delete(request) ?? false;
