import 'server-only';
import { getAccount } from '../../db/queries/account';
import { getReport } from '../../db/queries/findings';
import { getRevisions, type RevisionSummary } from '../../db/queries/revisions';
import type { Account } from '../../lib/facts';
import type { CheckReport } from '../../lib/findings';
import type { PanelData } from '../../lib/panels/panel';
import { Problem, quoted } from '../_answers/problem';
import { SAMPLE, SAMPLE_WORDS, servesSample } from '../_answers/sample';
import type { Store } from '../_store/store';
import { type Correction, changesBetween } from './correction';
import { digestOf, pinOf } from './pin';
import { badParameter, type EmbedRequest, unknownParameter } from './request';
import { judge, type Verdict } from './verdict';

/** What an embed and all its twins are renderings of. */
export interface Shown {
  asked: EmbedRequest;
  /** the data version it was asked of */
  version: number;
  accounts: Account[];
  /** drawn light; `dark` is the same figures drawn dark, where they are asked for */
  data: PanelData;
  dark: PanelData | null;
  verdict: Verdict;
  correction: Correction | null;
  /** freezes the figures as they stand here */
  pin: string;
  /** accounts whose present document is not the one shown: its source view would show other lines */
  superseded: ReadonlySet<string>;
  /** when the newest of the documents shown was loaded */
  loadedAt: string;
}

interface Chosen {
  account: Account;
  revisions: RevisionSummary[];
}

const currentOf = (revisions: readonly RevisionSummary[]): number =>
  revisions.find((revision) => revision.current)?.revision ?? 1;

async function chooseAccounts({ db }: Store, { accounts, pin }: EmbedRequest): Promise<Chosen[]> {
  return Promise.all(
    accounts.map(async (id, at) => {
      const account = await getAccount(db, id);
      if (!account)
        throw new Problem(404, 'unknown_account', '没有这份决算', `没有编号为${quoted(id)}的决算。`, { account: id });
      const revisions = await getRevisions(db, id);
      const wanted = pin?.revisions[at];
      if (wanted === undefined || wanted === account.revision) return { account, revisions };
      const pinned = await getAccount(db, id, wanted);
      if (!pinned)
        throw new Problem(404, 'unknown_revision', '没有这一版', `决算 ${id} 没有第 ${wanted} 版。`, { account: id });
      return { account: pinned, revisions };
    }),
  );
}

function checkOptions({ view }: EmbedRequest, { options }: PanelData): void {
  for (const [key, value] of Object.entries(view)) {
    const option = options.find((one) => one.key === key);
    if (!option)
      throw unknownParameter(
        key,
        options.map((one) => one.key),
      );
    if (!option.choices.some((choice) => choice.value === value))
      throw badParameter(key, value, `可用 ${option.choices.map((choice) => choice.value).join('、')}`);
  }
}

/** The accounts as they stood before their latest revision, or, for a frozen embed, as they stand now. */
async function others({ db }: Store, chosen: readonly Chosen[], isFrozen: boolean): Promise<Account[]> {
  return Promise.all(
    chosen.map(async ({ account, revisions }) => {
      if (isFrozen) return (await getAccount(db, account.id)) ?? account;
      const earlier = revisions.filter(({ revision }) => revision < account.revision).at(-1);
      return (earlier && (await getAccount(db, account.id, earlier.revision))) ?? account;
    }),
  );
}

async function correctionOf(
  store: Store,
  asked: EmbedRequest,
  chosen: Chosen[],
  data: PanelData,
): Promise<Correction | null> {
  const { panel, view, pin } = asked;
  const compared = await others(store, chosen, pin !== null);
  if (compared.some((account, at) => account.revision !== chosen[at]?.account.revision)) {
    const other = panel.build(compared, view);
    const changes = pin === null ? changesBetween(other, data) : changesBetween(data, other);
    const date = chosen
      .flatMap(({ revisions }) => revisions.find(({ current }) => current)?.loadedAt ?? [])
      .sort()
      .at(-1);
    if (changes.length > 0)
      return { kind: 'document', shows: pin === null ? 'new' : 'old', date: date?.slice(0, 10) ?? null, changes };
  }
  if (pin?.digest != null && pin.digest !== digestOf(data))
    return { kind: 'reading', shows: 'new', date: null, changes: [] };
  return null;
}

async function reportsOf({ db }: Store, chosen: readonly Chosen[]): Promise<Map<string, CheckReport>> {
  const found = await Promise.all(
    chosen.map(async ({ account }) => [account.id, await getReport(db, account.id, account.revision)] as const),
  );
  return new Map(found.flatMap(([id, report]) => (report ? [[id, report] as const] : [])));
}

const newest = (chosen: readonly Chosen[]): string =>
  chosen
    .flatMap(({ account, revisions }) => revisions.filter(({ revision }) => revision === account.revision))
    .reduce((last, { loadedAt }) => (loadedAt > last ? loadedAt : last), '');

/** Figures of a sample store say so in all their renderings. */
const marked = (data: PanelData): PanelData =>
  servesSample() ? { ...data, title: `${SAMPLE}　${data.title}`, notes: [SAMPLE_WORDS, ...data.notes] } : data;

/** Builds what is asked for; throws a problem for unknown accounts, revisions and options. */
export async function askEmbed(store: Store, asked: EmbedRequest): Promise<Shown> {
  const chosen = await chooseAccounts(store, asked);
  const accounts = chosen.map(({ account }) => account);
  const build = (theme: 'light' | 'dark'): PanelData => marked(asked.panel.build(accounts, { ...asked.view, theme }));
  const data = build('light');
  checkOptions(asked, data);
  return {
    asked,
    version: store.version,
    accounts,
    data,
    dark: asked.theme === 'light' ? null : build('dark'),
    verdict: judge(data, await reportsOf(store, chosen)),
    correction: await correctionOf(store, asked, chosen, data),
    pin: pinOf(accounts, data),
    loadedAt: newest(chosen),
    superseded: new Set(
      chosen.flatMap(({ account, revisions }) => (currentOf(revisions) === account.revision ? [] : [account.id])),
    ),
  };
}
