import type { MeasureId } from '../../measures';
import type { SectionId } from './sections';
import type { SubjectHeading } from './subjects';
import type { ReferenceToken } from './tokens';

/** A measure a number can belong to, with what it is about. */
export interface Topic {
  measure: MeasureId;
  subject: string | null;
  path: string[];
}

export const topicOf = (measure: MeasureId, subject: string | null = null, path: string[] = []): Topic => ({
  measure,
  subject,
  path,
});

export const sameTopic = (one: Topic, other: Topic): boolean =>
  one.measure === other.measure && one.subject === other.subject;

/** What a passage of text stands under and carries on from sentence to sentence. */
export interface Passage {
  section: SectionId | null;
  /** printed headings, outermost first */
  headings: string[];
  /** what the innermost heading is about */
  headingTopic: Topic | null;
  /** the 类/款/项 of the heading or the sentence before */
  subject: SubjectHeading[];
  /** the project or special fund a performance summary is about */
  project: string | null;
  /** a passage about 部门整体支出 */
  whole: boolean;
  department: string | null;
  fiscalYear: number | null;
  /** topic, and whole of a list, of the sentence before in the same paragraph */
  topics: Topic[];
  head: MeasureId | null;
  /** the comparison the sentence before ended with */
  reference: ReferenceToken | null;
  /** the kinds of projects the sentence has counted */
  projectKinds: (string | null)[];
  /** the years the sentence names, comparisons aside */
  years: Set<number>;
  /** topics with a final figure of the fiscal year in this paragraph: the same again under another year is last year's */
  stated: Set<string>;
}
