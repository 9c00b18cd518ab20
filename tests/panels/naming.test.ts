import { expect, test } from 'vitest';
import { shortNames } from '../../lib/panels/naming';

test.each([
  [
    ['台州市椒江区交通运输局', '台州市路桥区交通运输局'],
    ['台州市椒江区', '台州市路桥区'],
  ],
  [
    ['甲市财政局', '乙市财政局'],
    ['甲市', '乙市'],
  ],
  [
    ['米脂县工业商贸局', '榆林市横山区工业商贸局'],
    ['米脂县', '榆林市横山区'],
  ],
  [
    ['甲县财政局', '甲县审计局'],
    ['甲县财政局', '甲县审计局'],
  ],
])('%j are called %j: a place keeps its 县 or 区', (names, short) => expect(shortNames(names)).toEqual(short));
