import { ServerResponse } from 'node:http';

/**
 * Next hands over a route handler's Content-Type as a list of one, which its own compression does not take for a type, and so
 * sends the answer uncompressed. As text it does.
 */
export function writePlainContentTypes(): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (name, value) {
    const [only, ...more] = typeof value === 'object' ? value : [value];
    const isListOfOne = name.toLowerCase() === 'content-type' && only !== undefined && more.length === 0;
    return setHeader.call(this, name, isListOfOne ? only : value);
  };
}
