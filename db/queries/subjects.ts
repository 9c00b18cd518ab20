import { inArray } from 'drizzle-orm';
import { type Db, snapshot, tables } from '../open';
import { prepared } from '../prepared';
import { perVersion } from './kept';

/** Names of the headings by code, in our words: the code lists', not the documents'. */
export interface SubjectNames {
  functional: Readonly<Record<string, string>>;
  economic: Readonly<Record<string, string>>;
}

const { subjects } = tables;

const names = ({ orm }: Db) =>
  orm
    .select({ list: subjects.list, code: subjects.code, name: subjects.name })
    .from(subjects)
    .where(inArray(subjects.list, ['functional', 'economic']))
    .prepare();

function readNames(db: Db): SubjectNames {
  const functional: Record<string, string> = {};
  const economic: Record<string, string> = {};
  for (const { list, code, name } of prepared(db, names).all())
    (list === 'functional' ? functional : economic)[code] = name;
  return { functional, economic };
}

export async function getSubjectNames(db: Db): Promise<SubjectNames> {
  return snapshot(db, () => perVersion(db, readNames));
}
