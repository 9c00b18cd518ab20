import { fileOf, RESOURCES, SQLITE_FILE, ZIP_FILE } from '../../db/exported';
import type { Account } from '../../lib/facts';
import { PANELS } from '../../lib/panels';
import { accountPath, comparePath } from '../../lib/selection';
import { STATEMENTS } from '../../lib/statements';
import { servedLicence } from '../_answers/licence';
import { embedPath, queryOf } from '../_embed/addresses';
import { documentPath, tablePath } from './addresses';

/** Vocabulary of schema.org: datasets, their files, and the catalogue they belong to. */
const CONTEXT = 'https://schema.org';
const licensed = () => ({
  license: { '@type': 'CreativeWork', ...servedLicence() },
  isAccessibleForFree: true,
  inLanguage: 'zh-CN',
});

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  zip: 'application/zip',
  sqlite: 'application/vnd.sqlite3',
};

const download = (name: string, url: string) => ({
  '@type': 'DataDownload',
  name,
  contentUrl: url,
  encodingFormat: MEDIA[/\.(\w+)(?:\?.*)?$/.exec(url)?.[1] ?? ''] ?? 'application/octet-stream',
});

const publisher = (origin: string) => ({ '@type': 'Organization', name: '决算通览', url: `${origin}/` });
const catalogue = (origin: string) => ({ '@type': 'DataCatalog', name: '决算通览', url: `${origin}/data` });

interface Whole {
  origin: string;
  version: number;
  changedAt: string;
  years: readonly number[];
}

const spanOf = (years: readonly number[]): string =>
  years.length === 0 ? '' : `${Math.min(...years)}/${Math.max(...years)}`;

/** The store as a catalogue with one dataset. */
export const catalogueOf = ({ origin, version, changedAt, years }: Whole) => ({
  '@context': CONTEXT,
  ...catalogue(origin),
  description: '部门决算公开文件的阅读、核对与比较：每个数字都能回到原文的那一行。',
  publisher: publisher(origin),
  dataset: {
    '@type': 'Dataset',
    name: '部门决算数据',
    description: '各部门公开的年度决算：表内数字、情况说明中的数字、指标、按科目的支出和核对发现，逐数注明原文行。',
    url: `${origin}/data`,
    version: String(version),
    dateModified: changedAt,
    ...(years.length > 0 ? { temporalCoverage: spanOf(years) } : {}),
    creator: publisher(origin),
    ...licensed(),
    distribution: [ZIP_FILE, SQLITE_FILE, ...RESOURCES.map(fileOf)].map((file) =>
      download(file, `${origin}/data/${file}`),
    ),
  },
});

const nameOf = ({ department, fiscalYear }: Account): string => `${department} ${fiscalYear} 年度部门决算`;

/** An account with its tables and its document. */
export const accountDataset = (account: Account, origin: string) => {
  const { id, region, fiscalYear, department, revision, document } = account;
  const printed = account.statements.filter(({ state }) => state !== 'absent');
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: nameOf(account),
    description: `${department} ${fiscalYear} 年度公开的部门决算：各张决算表、情况说明中的数字、绩效自评和核对发现。`,
    url: `${origin}${accountPath(id)}`,
    identifier: id,
    version: String(revision),
    temporalCoverage: String(fiscalYear),
    ...(region
      ? { spatialCoverage: { '@type': 'AdministrativeArea', name: region.name, identifier: region.code } }
      : {}),
    creator: { '@type': 'GovernmentOrganization', name: department },
    publisher: publisher(origin),
    includedInDataCatalog: catalogue(origin),
    ...licensed(),
    distribution: [
      download('全部表格', `${origin}${tablePath(id, 'all', 'xlsx')}`),
      ...printed.map(({ statement, title }) =>
        download(title || STATEMENTS[statement].title, `${origin}${tablePath(id, statement, 'csv')}`),
      ),
      {
        '@type': 'DataDownload',
        name: document.file,
        contentUrl: `${origin}${documentPath(id)}`,
        encodingFormat: document.mediaType,
        sha256: document.sha256,
      },
    ],
  };
};

/** A comparison: what its panels show, based on the accounts. */
export const comparisonDataset = (title: string, accounts: readonly Account[], origin: string) => {
  const ids = accounts.map(({ id }) => id);
  const query = queryOf({ accounts: ids, view: {} }, null);
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    name: title,
    description: `${accounts.map(nameOf).join('、')}的比较：${PANELS.map((panel) => panel.title).join('')}`,
    url: `${origin}${comparePath(ids)}`,
    temporalCoverage: spanOf(accounts.map(({ fiscalYear }) => fiscalYear)),
    isBasedOn: ids.map((id) => `${origin}${accountPath(id)}`),
    creator: publisher(origin),
    includedInDataCatalog: catalogue(origin),
    ...licensed(),
    distribution: PANELS.map((panel) => download(panel.title, `${origin}${embedPath(panel.id, query, 'csv')}`)),
  };
};
