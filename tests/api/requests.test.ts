import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FORMATS } from '../../app/_api/endpoint';
import { chooseFormat } from '../../app/_api/format';
import { answerOptions, refuseMethod } from '../../app/_api/serve';
import { ask, askJson, MIZHI, ORIGIN, withStore } from './store';

withStore();

describe('what is wrong is named, as problem details', () => {
  test.each([
    ['/nothing', 404, 'unknown_address'],
    ['/facts.xml', 404, 'unknown_form'],
    ['/accounts/610827', 404, 'unknown_account'],
    ['/accounts/990000-no-such-office-2020', 404, 'unknown_account'],
    ['/accounts/990000-no-such-office-2020/facts', 404, 'unknown_account'],
    ['/accounts/__proto__/facts', 404, 'unknown_account'],
    ['/regions/999999', 404, 'unknown_region'],
    ['/departments/990000-no-such-office', 404, 'unknown_department'],
    ['/subjects/colours/208', 404, 'unknown_list'],
    ['/subjects/functional/999', 404, 'unknown_subject'],
    ['/panels/nothing?accounts=610827-gongye-shangmao-ju-2023', 404, 'unknown_panel'],
    ['/panels/totals', 400, 'missing_parameter'],
    ['/panels/totals?accounts=990000-no-such-office-2020', 404, 'unknown_account'],
    [`/panels/totals?accounts=${MIZHI}&theme=dark`, 400, 'unknown_parameter'],
    [`/panels/functional-tree?accounts=${MIZHI}&level=9`, 400, 'bad_parameter'],
    [`/panels/totals?accounts=${MIZHI}&colour=red`, 400, 'unknown_parameter'],
    ['/search', 400, 'missing_parameter'],
    ['/facts?colour=red', 400, 'unknown_parameter'],
    ['/facts?__proto__=1', 400, 'unknown_parameter'],
    ['/facts?year=2023&year=2021', 400, 'repeated_parameter'],
    ['/facts?year=23', 400, 'bad_parameter'],
    ['/facts?limit=0', 400, 'bad_parameter'],
    ['/facts?limit=1001', 400, 'bad_parameter'],
    ['/facts?limit=many', 400, 'bad_parameter'],
    ['/facts?statement=revenue,colours', 400, 'bad_parameter'],
    ['/facts?code=2080505x', 400, 'bad_parameter'],
    ['/facts?fields=account,colour', 400, 'bad_parameter'],
    ['/facts?cursor=nonsense', 400, 'bad_cursor'],
    [`/facts?cursor=${Buffer.from('["x"]').toString('base64url')}`, 400, 'bad_cursor'],
    [`/facts?year=${Array.from({ length: 101 }, () => 2023).join(',')}`, 400, 'too_many_values'],
    [`/facts?account=${'a'.repeat(9000)}`, 414, 'long_query'],
  ])('%s → %i %s', async (address, status, code) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body).toMatchObject({ status, type: `urn:juesuan:problem:${code}` });
    expect(String(body.detail)).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it('says which parameter, and what is allowed', async () => {
    const unknown = (await (await ask('/facts?colour=red')).json()) as { parameter: string; allowed: string[] };
    expect(unknown.parameter).toBe('colour');
    expect(unknown.allowed).toEqual(expect.arrayContaining(['department', 'code', 'limit', 'cursor', 'fields']));
    const wrong = (await (await ask('/facts?side=left')).json()) as { parameter: string; allowed: string };
    expect(wrong).toMatchObject({ parameter: 'side', allowed: '可用 revenue、expenditure' });
  });

  it('nothing that is asked makes it fail, and nothing of its inside is told', async () => {
    const place = fc.constantFrom(
      '/facts',
      '/accounts',
      '/subjects',
      `/accounts/${MIZHI}/claims`,
      '/panels/totals',
      '/search',
    );
    const name = fc.constantFrom(
      'account',
      'region',
      'year',
      'code',
      'limit',
      'cursor',
      'fields',
      'q',
      'accounts',
      'kind',
      'x',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(MIZHI, '610000', '2023', '208', '7', 'all', '__proto__', "' or 1=1 --", '../../etc/passwd', ','),
    );
    await fc.assert(
      fc.asyncProperty(place, fc.array(fc.tuple(name, value), { maxLength: 4 }), async (path, pairs) => {
        const answer = await ask(`${path}?${new URLSearchParams(pairs)}`);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) expect(await answer.text()).not.toMatch(/node_modules|\bat .*\.ts:|SELECT|\/app\//);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('forms', () => {
  test.each([
    [null, 'json'],
    ['*/*', 'json'],
    ['text/csv', 'csv'],
    ['text/*', 'csv'],
    ['application/x-ndjson', 'ndjson'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
    ['application/json;q=0.5, text/csv', 'csv'],
    ['text/csv;q=0, */*', 'json'],
    ['TEXT/CSV', 'csv'],
  ])('Accept: %s → %s', (accept, format) => {
    expect(chooseFormat(undefined, accept, FORMATS)).toBe(format);
  });

  test.each(['image/png', 'text/html', 'text/csv;q=0', 'nonsense'])('Accept: %s → 406', async (accept) => {
    const answer = await ask('/facts', { accept });
    expect(answer.status).toBe(406);
    expect(await answer.json()).toMatchObject({
      available: ['application/json', 'text/csv', 'application/x-ndjson'],
    });
  });

  it('the ending counts before Accept, and the answer varies with Accept only without one', async () => {
    const named = await ask('/facts.csv?limit=1', { accept: 'application/json' });
    expect(named.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(named.headers.get('vary')).toBeNull();
    expect((await ask('/facts?limit=1')).headers.get('vary')).toBe('Accept');
  });

  it('CSV has no byte order mark, no comment, and a column for every member; NDJSON a row a line', async () => {
    const { data } = await askJson(`/accounts/${MIZHI}/facts?limit=3`);
    const csv = Buffer.from(await (await ask(`/accounts/${MIZHI}/facts.csv?limit=3`)).arrayBuffer()).toString();
    expect(csv.split('\r\n')[0]).toBe(
      'account,statement,side,code,name,column,printed,amount,unit,place.page,place.sheet,place.line,place.cell,place.box,source',
    );
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
    const lines = (await (await ask(`/accounts/${MIZHI}/facts.ndjson?limit=3`)).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(data);
  });

  it('fields are chosen in every form, in the order of the whole', async () => {
    const { data } = await askJson('/facts?fields=amount,account&limit=2');
    expect(data.map((row) => Object.keys(row))).toEqual([
      ['account', 'amount'],
      ['account', 'amount'],
    ]);
    const csv = await (await ask('/facts.csv?fields=place,account&limit=1')).text();
    expect(csv.split('\r\n')[0]).toBe('account,place.page,place.sheet,place.line,place.cell,place.box');
  });
});

describe('methods', () => {
  it('HEAD has the headers of GET and no body, even of a whole list', async () => {
    for (const address of ['/facts?limit=3', '/facts.csv?limit=all']) {
      const [head, get] = [await ask(address, {}, 'HEAD'), await ask(address)];
      expect(head.status).toBe(200);
      expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
      expect(await head.text()).toBe('');
      await get.body?.cancel();
    }
  });

  it('OPTIONS says what may be asked from other origins', () => {
    const { status, headers } = answerOptions();
    expect(status).toBe(204);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });

  it('other methods are refused', async () => {
    const answer = refuseMethod(new Request(`${ORIGIN}/api/v1/facts`, { method: 'POST' }));
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(await answer.json()).toMatchObject({ type: 'urn:juesuan:problem:method_not_allowed' });
  });
});

describe('versions, source and licence', () => {
  it('the tag is data version and content; those who have it get 304', async () => {
    for (const address of ['/facts?limit=2', '/facts.csv?limit=all', `/panels/totals?accounts=${MIZHI}`]) {
      const first = await ask(address);
      const etag = first.headers.get('etag') ?? '';
      await first.body?.cancel();
      expect(etag).toMatch(/^W\/"2-[0-9a-f]{12}"$/);
      const again = await ask(address, { 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
  });

  it('JSON says them in meta, the other forms in headers', async () => {
    const { meta } = await askJson('/facts?limit=1');
    expect(meta).toMatchObject({ dataVersion: 2, sample: false, documentation: `${ORIGIN}/api` });
    expect(JSON.stringify(meta.licence)).toContain('著作权法');
    const { headers } = await ask('/facts.csv?limit=1');
    expect(headers.get('juesuan-data-version')).toBe('2');
    expect(headers.get('x-juesuan-data')).toBeNull();
    for (const part of ['rel="next"', 'rel="license"', 'rel="via"', 'rel="service-desc"'])
      expect(headers.get('link')).toContain(part);
    expect(headers.get('access-control-expose-headers')).toContain('Link');
  });
});
