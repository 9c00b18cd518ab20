import { describe, expect, it, test } from 'vitest';
import { GET as frameScript } from '../../app/embed/frame.js/route';
import { GET as selfTest } from '../../app/embed/self-test/route';
import { GET as hostScript } from '../../app/embed.js/route';
import { GET as oembed } from '../../app/oembed/route';
import { askText, BOTH, HENGSHAN, MIZHI, withStore } from './store';

withStore();

const ORIGIN = 'https://juesuan.example';
const ask = (url: string, more = ''): Promise<Response> =>
  oembed(new Request(`${ORIGIN}/oembed?url=${encodeURIComponent(url)}${more}`));

describe('oEmbed', () => {
  test.each([
    `${ORIGIN}/embed/classes?${BOTH}&show=share`,
    `${ORIGIN}/embeds/classes?${BOTH}&show=share`,
    `/embed/classes.svg?${BOTH}&show=share`,
    `${ORIGIN}/compare/${MIZHI},${HENGSHAN}?classes.show=share#classes`,
  ])('%s', async (url) => {
    const answer = (await (await ask(url)).json()) as Record<string, string | number>;
    expect(answer).toMatchObject({
      type: 'rich',
      version: '1.0',
      width: 800,
      provider_url: ORIGIN,
      thumbnail_width: 1200,
    });
    expect(answer.html).toContain(`src="${ORIGIN}/embed/classes?accounts=${MIZHI},${HENGSHAN}&amp;show=share"`);
    expect(Number(answer.height)).toBeGreaterThan(200);
  });

  it('keeps to maxwidth and maxheight', async () => {
    const answer = await (await ask(`/embed/totals?${BOTH}`, '&maxwidth=400&maxheight=300')).json();
    expect(answer).toMatchObject({ width: 400, height: 300 });
  });

  it('answers XML, too', async () => {
    const answer = await ask(`/embed/totals?${BOTH}`, '&format=xml');
    expect(answer.headers.get('content-type')).toContain('text/xml');
    expect(await answer.text()).toMatch(/^<\?xml .*<oembed><type>rich<\/type>.*&lt;iframe/s);
  });

  test.each([
    ['https://elsewhere.example/embed/totals', '', 404],
    ['/accounts/x', '', 404],
    ['', '', 404],
    [`/embed/totals?${BOTH}`, '&format=yaml', 400],
    [`/embed/totals?${BOTH}`, '&maxwidth=x', 400],
    ['/embed/nothing?accounts=x', '', 404],
  ])('%s%s → %i', async (url, more, status) => {
    expect((await ask(url, more)).status).toBe(status);
  });

  it('frames tell where to ask', async () => {
    const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(await askText('totals')) ?? [];
    const answer = await oembed(new Request(`${ORIGIN}${href.replaceAll('&amp;', '&')}`));
    expect(answer.status).toBe(200);
  });
});

describe('scripts', () => {
  it('the host script is less than 2 kB and stands alone', async () => {
    const text = await hostScript(new Request(`${ORIGIN}/embed.js`)).text();
    expect(Buffer.byteLength(text)).toBeLessThan(2048);
    expect(() => new Function(text)).not.toThrow();
    expect(text).not.toMatch(/__name|_interop|import\(|require\(/);
  });

  it('the frame script is small and stands alone', async () => {
    const text = await frameScript(new Request(`${ORIGIN}/embed/frame.js`)).text();
    expect(Buffer.byteLength(text)).toBeLessThan(4096);
    expect(() => new Function(text)).not.toThrow();
  });

  it('the self-test page states the policy and helps without scripts', async () => {
    const answer = selfTest(new Request(`${ORIGIN}/embed/self-test`));
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors');
    expect(await answer.text()).toContain('frame-ancestors');
  });
});
