import type { ReactNode } from 'react';

/** What may be wider than the page scrolls within itself. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

export const Code = ({ label, children }: { label: string; children: string }) => (
  <Scroll label={label}>
    <pre>
      <code>{children}</code>
    </pre>
  </Scroll>
);
