import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Long content as it is stored. */
export const deflated = (bytes: Uint8Array): Buffer => deflateRawSync(bytes);

export const inflated = (bytes: Uint8Array): Buffer => inflateRawSync(bytes);
