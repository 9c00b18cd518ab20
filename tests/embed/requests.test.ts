import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { frameAncestors } from '../../app/_embed/headers';
import { ask, BOTH, HENGSHAN, MIZHI, withStore } from './store';

withStore();

const MANY = Array.from({ length: 9 }, (_, at) => `99000${at}-some-office-2020`).join(',');

describe('what is wrong is named, as problem details', () => {
  test.each([
    ['nothing.svg', BOTH, 404, 'unknown_panel'],
    ['totals.gif', BOTH, 404, 'unknown_form'],
    ['totals', '', 400, 'account_count'],
    ['totals', `accounts=${MANY}`, 400, 'account_count'],
    ['totals', 'accounts=610827', 400, 'bad_parameter'],
    ['totals', 'accounts=990000-no-such-office-2020', 404, 'unknown_account'],
    ['totals', `${BOTH}&colour=red`, 400, 'unknown_parameter'],
    ['functional-tree', `${BOTH}&level=9`, 400, 'bad_parameter'],
    ['totals', `${BOTH}&theme=sepia`, 400, 'bad_parameter'],
    ['totals', `${BOTH}&accent=red`, 400, 'bad_parameter'],
    ['totals', `${BOTH}&lang=fr`, 400, 'bad_parameter'],
    ['totals', `${BOTH}&v=1`, 400, 'bad_parameter'],
    ['totals', `${BOTH}&v=1.9`, 404, 'unknown_revision'],
    ['totals.png', `${BOTH}&width=20`, 400, 'bad_size'],
    ['totals.png', `${BOTH}&width=900&height=300`, 400, 'bad_size'],
    ['totals.png', `${BOTH}&width=4000&height=4000`, 400, 'bad_size'],
    ['totals.png', `${BOTH}&preset=poster`, 400, 'bad_size'],
    ['totals', `${BOTH}&note=${'a'.repeat(3000)}`, 414, 'long_query'],
  ])('%s?%s → %i %s', async (name, query, status, code) => {
    const answer = await ask(name, query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ status, type: `urn:juesuan:problem:${code}` });
    expect(String(body.detail)).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it('a frame shows a small page instead', async () => {
    const answer = await ask('totals', 'accounts=<b>', { accept: 'text/html,*/*' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('<h1>参数有误</h1>');
    expect(page).not.toContain('<b>');
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors');
  });

  it('campaign marks change nothing', async () => {
    expect((await ask('totals', `${BOTH}&utm_source=portal&_=1`)).status).toBe(200);
  });

  it('nothing that is asked makes the server fail, and nothing of its inside is told', async () => {
    const key = fc.constantFrom(
      'accounts',
      'theme',
      'accent',
      'lang',
      'v',
      'width',
      'height',
      'preset',
      'download',
      'level',
      'within',
      'x',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        MIZHI,
        `${MIZHI},${HENGSHAN}`,
        'all',
        '208',
        '1.1',
        '__proto__',
        'constructor',
        '../../etc/passwd',
        "' or 1=1 --",
      ),
    );
    const name = fc.oneof(
      fc.constantFrom(
        'totals',
        'functional-tree.json',
        'key-figures.csv',
        '__proto__',
        'constructor.svg',
        '..',
        'totals.',
      ),
      fc.string({ maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(name, fc.array(fc.tuple(key, value), { maxLength: 5 }), async (asked, pairs) => {
        const answer = await ask(asked, new URLSearchParams(pairs).toString());
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(await answer.text()).not.toMatch(/node_modules|\bat .*\.ts:|SELECT|\/app\//);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('headers', () => {
  it('a frame says who may frame it and runs nothing but its own script', async () => {
    const { headers } = await ask('totals');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    [undefined, 'frame-ancestors *'],
    ['*', 'frame-ancestors *'],
    ['', "frame-ancestors 'self'"],
    ['https://a.example https://*.b.example:8443', "frame-ancestors 'self' https://a.example https://*.b.example:8443"],
    ["https://a.example, 'none'; <x>", "frame-ancestors 'self' https://a.example"],
  ])('JUESUAN_EMBED_ORIGINS %s → %s', (told, expected) => {
    expect(frameAncestors(told)).toBe(expected);
  });

  test.each(['json', 'csv', 'svg', 'png', 'xlsx', 'metadata.json'])(
    '.%s is open to programs of any origin',
    async (form) => {
      const { headers } = await ask(`totals.${form}`);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('content-security-policy')).toContain('sandbox');
    },
  );

  it('answers carry the data version in their tag, and 304 those who have it', async () => {
    const first = await ask('totals.json');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"2-[0-9a-f]{12}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=60');
    const again = await ask('totals.json', BOTH, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await ask('totals.csv', BOTH, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('CSV', () => {
  it('has its mark only when a person saves it', async () => {
    const [program, person] = [await ask('totals.csv'), await ask('totals.csv', `${BOTH}&download=1`)];
    const bytes = async (answer: Response) =>
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 3)
        .toString('hex');
    expect(person.headers.get('content-disposition')).toMatch(/^attachment; filename="totals-.+\.csv"$/);
    expect(await bytes(person)).toBe('efbbbf');
    expect(await bytes(program)).not.toBe('efbbbf');
  });
});
