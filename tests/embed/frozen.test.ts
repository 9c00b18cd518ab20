import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, askText, BOTH, documents, load, MIZHI, withStore } from './store';

withStore();

/** The department's staff, as another document of the same account states it. */
const corrected = documents.mizhi.replace('实有人员 25 人，其中行政 25 人', '实有人员 26 人，其中行政 26 人');
const QUERY = `accounts=${MIZHI}`;
let pin = '';
let before = '';

beforeAll(async () => {
  pin = JSON.parse(await askText('agency-operating-costs.metadata.json', QUERY)).pin;
  before = await askText('agency-operating-costs', QUERY);
  await load(corrected, 'mizhi-corrected.txt');
}, 120_000);
afterAll(() => undefined);

describe('before anything is corrected', () => {
  it('a pin names each revision and the figures', () => {
    expect(pin).toMatch(/^1-[0-9a-f]{8}$/);
    expect(before).toContain('>25<');
    expect(before).not.toContain('class="notice"');
  });
});

describe('once the department has published another document', () => {
  it('a live embed shows the new figures and what they were', async () => {
    const page = await askText('agency-operating-costs', QUERY);
    const [, notice = ''] = /<aside class="notice"[^>]*>(.*?)<\/aside>/s.exec(page) ?? [];
    expect(notice).toContain('25 人 → 26 人');
    expect(page.replace(notice, '')).toContain('>26<');
  });

  it('a frozen embed keeps its figures, says which have changed, and leads to the latest', async () => {
    const page = await askText('agency-operating-costs', `${QUERY}&v=${pin}`);
    const [, notice = ''] = /<aside class="notice"[^>]*>(.*?)<\/aside>/s.exec(page) ?? [];
    expect(notice).toContain('25 人 → 26 人');
    expect(notice).toContain(`href="/embed/agency-operating-costs?accounts=${MIZHI}"`);
    expect(page.replace(notice, '')).toContain('>25<');
    expect(page.replace(notice, '')).not.toContain('>26<');
  });

  it('its figures do not link to lines of the other document', async () => {
    expect(await askText('agency-operating-costs', `${QUERY}&v=${pin}`)).not.toContain(`/accounts/${MIZHI}/source#L`);
  });

  it('all its twins keep the figures and tell the correction', async () => {
    const json = JSON.parse(await askText('agency-operating-costs.json', `${QUERY}&v=${pin}`));
    expect(json).toMatchObject({ frozen: true, pin, correction: { kind: 'document', shows: 'old' } });
    expect(json.correction.changes).toContainEqual(expect.objectContaining({ was: '25 人', is: '26 人' }));
    expect(await askText('agency-operating-costs.csv', `${QUERY}&v=${pin}`)).toMatch(/实有人员,人,25,/);
    const svg = await askText('agency-operating-costs.svg', `${QUERY}&v=${pin}`);
    expect(svg).toContain('人均 1.63');
    expect(svg).toContain('已冻结');
  });

  it('a panel whose figures stayed the same says nothing', async () => {
    const page = await askText('classes', BOTH);
    expect(page).not.toContain('class="notice"');
  });

  it('a pin whose figures are read otherwise by now says so', async () => {
    const page = await askText('classes', `${QUERY}&v=2-00000000`);
    expect(page).toContain('经重新读取');
  });

  it('the tag of a frozen embed moves with the data version, so that the notice arrives', async () => {
    expect((await ask('agency-operating-costs', `${QUERY}&v=${pin}`)).headers.get('etag')).toMatch(/^W\/"3-/);
  });
});
