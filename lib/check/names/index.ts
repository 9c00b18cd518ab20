import type { Check } from '../check';
import { codeNames } from './codeNames';
import { codeTree } from './codeTree';
import { itemNames } from './itemNames';

/** Names against codes, of the statements and of the narrative. */
export const NAME_CHECKS: readonly Check[] = [codeNames, codeTree, itemNames];
