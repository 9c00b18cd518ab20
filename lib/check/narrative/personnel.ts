import type { Claim, Reading } from '../../facts';
import type { Suggestion } from '../../findings';
import type { MeasureId } from '../../measures';
import { type Draft, defineCheck } from '../draft';
import { slipBetween } from '../slip';

interface Counted {
  claim: Claim;
  index: number;
  value: number;
}

const counted = (reading: Reading, measure: MeasureId): Counted | undefined => {
  const index = reading.claims.findIndex((claim) => claim.measure === measure && claim.aspect === 'final');
  const claim = reading.claims[index];
  return claim && { claim, index, value: Number(claim.value) };
};

/** The count that one slip explains: a kind, else the whole. */
function repair(total: Counted, kinds: readonly Counted[], added: number): Suggestion {
  const options = [total, ...kinds].map((counted) => ({
    counted,
    value: String(counted === total ? added : counted.value + total.value - added),
  }));
  const likely = options.filter(({ counted, value }) => Number(value) >= 0 && (counted === total || counted.value > 0));
  const slipOf = ({ counted, value }: (typeof options)[number]) => slipBetween(counted.claim.value, value);
  const slipped = likely.find((one) => slipOf(one) === 'swapped') ?? likely.find((one) => slipOf(one) !== undefined);
  const { counted, value } = slipped ?? { counted: total, value: String(added) };
  const why = counted === total ? '各项之和' : '总数减去其他各项';
  return { place: counted.claim.place, printed: counted.claim.printed, value, why };
}

interface Group {
  label: string;
  whole: MeasureId;
  parts: readonly MeasureId[];
}

const GROUPS: readonly Group[] = [
  {
    label: '人员编制',
    whole: 'headcount_quota',
    parts: ['headcount_quota_administrative', 'headcount_quota_institution'],
  },
  {
    label: '实有人员',
    whole: 'headcount_actual',
    parts: ['headcount_actual_administrative', 'headcount_actual_institution'],
  },
];

/** Kinds of posts beside the two: where one is named the two need not add up. */
const OTHER_KINDS = /工勤|政法|参公|参照|聘用|编外|临时|离休|退休|其他|雇员|合同/;

function sumDraft(reading: Reading, { label, whole, parts }: Group): Draft[] {
  const total = counted(reading, whole);
  const kinds = parts.flatMap((part) => counted(reading, part) ?? []);
  if (!total || kinds.length !== parts.length) return [];
  const added = kinds.reduce((sum, { value }) => sum + value, 0);
  const open = kinds.some(({ claim }) => OTHER_KINDS.test(claim.sentence));
  if (added === total.value || (added < total.value && open)) return [];
  const formula = kinds.map(({ value }) => value).join(' + ');
  return [
    {
      message: `${label}印为 ${total.value} 人，行政与事业相加 ${formula} = ${added} 人`,
      places: [total.claim.place, ...kinds.map(({ claim }) => claim.place)],
      expected: String(added),
      found: String(total.value),
      difference: String(total.value - added),
      suggestion: repair(total, kinds, added),
      claims: [total, ...kinds].map(({ index }) => index),
    },
  ];
}

const PAIRS: readonly (readonly [quota: MeasureId, actual: MeasureId, label: string])[] = [
  ['headcount_quota', 'headcount_actual', '实有人员'],
  ['headcount_quota_administrative', 'headcount_actual_administrative', '实有行政人员'],
  ['headcount_quota_institution', 'headcount_actual_institution', '实有事业人员'],
];

/** Counts that take in people who hold no post. */
const RETIRED = /退休|离休|聘用|编外|临时/;

/** More people than posts is worth knowing, not wrong: the whole first, a kind only where the whole fits. */
function quotaNotes(reading: Reading): Draft[] {
  for (const [quota, actual, label] of PAIRS) {
    const posts = counted(reading, quota);
    const people = counted(reading, actual);
    if (!posts || !people || people.value <= posts.value || RETIRED.test(people.claim.sentence)) continue;
    return [
      {
        severity: 'note',
        message: `${label} ${people.value} 人，超过编制 ${posts.value} 人`,
        places: [people.claim.place, posts.claim.place],
        found: String(people.value),
        claims: [people.index, posts.index],
      },
    ];
  }
  return [];
}

/** 编制 and 实有 are the sum of their kinds. */
export const personnel = defineCheck(
  {
    id: 'N-19',
    title: '人员编制与实有人员',
    formula: '人员编制 = 行政编制 + 事业编制；实有人员 = 行政 + 事业；实有 > 编制时提示',
    kind: 'sum',
    source: '部门决算公开说明的定义',
    severity: 'error',
  },
  ({ reading }) => [...GROUPS.flatMap((group) => sumDraft(reading, group)), ...quotaNotes(reading)],
);
