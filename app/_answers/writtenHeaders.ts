import { ServerResponse } from 'node:http';

/** Next drops a Response's Content-Encoding, since that of a fetched one would be untrue. Ours is true, and travels under this name. */
export const PACKED = 'X-Packed';

/** On the process, since routes and what runs at the start are bundled apart. */
const state = globalThis as { juesuanWritesPacked?: boolean };
/** Whether a packed body would be said to be one. */
export const writesPacked = (): boolean => state.juesuanWritesPacked === true;

/**
 * Next hands over a route handler's Content-Type as a list of one, which its own compression does not take for a type, and so
 * sends the answer uncompressed. As text it does. A packed body is told under its proper name.
 */
export function writeHeadersPlainly(): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (name, value) {
    const [only, ...more] = typeof value === 'object' ? value : [value];
    if (name.length === PACKED.length && name.toLowerCase() === 'x-packed')
      return setHeader.call(this, 'Content-Encoding', only ?? 'identity');
    const isListOfOne = name.toLowerCase() === 'content-type' && only !== undefined && more.length === 0;
    return setHeader.call(this, name, isListOfOne ? only : value);
  };
  state.juesuanWritesPacked = true;
}
