/** What a frozen embed holds on to: each account's revision, and a digest of the figures as they were shown. */
export interface Pin {
  /** in the order of the accounts */
  revisions: number[];
  digest: string | null;
}

/** `2.1-3fa9c2d1` */
export const textOfPin = ({ revisions, digest }: Pin): string =>
  `${revisions.join('.')}${digest === null ? '' : `-${digest}`}`;
