/** The text of a plain UTF-8 document; of most documents it is the text of the source view, which then need not be kept twice. */
export const textOfBytes = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
