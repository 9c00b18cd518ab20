export type ReadErrorCode =
  | 'empty_file'
  | 'not_text'
  | 'html_page'
  | 'too_large'
  | 'unsupported_format'
  | 'truncated'
  | 'no_account'
  | 'scan_without_text'
  | 'encrypted'
  | 'not_found';

/** A document that cannot be read: a code for programs, a Chinese sentence that names file and cause for people. */
export class ReadError extends Error {
  override name = 'ReadError';
  constructor(
    readonly code: ReadErrorCode,
    message: string,
  ) {
    super(message);
  }
}
