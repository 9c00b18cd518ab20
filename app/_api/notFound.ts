import { Problem, quoted } from '../_answers/problem';

/** The path names what is not stored. */
export const notStored = (code: string, what: string, id: string): Problem =>
  new Problem(404, code, `没有这个${what}`, `没有编号为${quoted(id)}的${what}。`);
