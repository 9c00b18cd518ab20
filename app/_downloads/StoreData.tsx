import { getYears } from '../../db/queries/figures';
import { getChangeMoment } from '../../db/queries/version';
import type { Store } from '../_store/store';
import { catalogueOf } from './datasets';
import { pageOrigin } from './describePage';
import { JsonLd } from './JsonLd';

/** The store as a catalogue, for search engines of data. */
export async function StoreData({ store: { db, version } }: { store: Store }) {
  const [origin, changedAt, years] = await Promise.all([pageOrigin(), getChangeMoment(db), getYears(db)]);
  return <JsonLd data={catalogueOf({ origin, version, changedAt, years })} />;
}
