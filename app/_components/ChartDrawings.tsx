import type { PanelChart } from '../../lib/panels/panel';

/** The server's drawings of a chart in both widths; the style sheet shows the fitting one. */
export function ChartDrawings({ chart, wide, narrow }: { chart: PanelChart; wide: string; narrow: string }) {
  return (
    <>
      <Drawing kind="wide" svg={wide} height={chart.height} />
      <Drawing kind="narrow" svg={narrow} height={chart.narrow.height} />
    </>
  );
}

function Drawing({ kind, svg, height }: { kind: 'wide' | 'narrow'; svg: string; height: number }) {
  return (
    <div
      className={`chart-drawing chart-${kind}`}
      style={{ blockSize: height }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; the renderer escapes its texts
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
