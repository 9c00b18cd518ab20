import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { SAMPLE, SAMPLE_WORDS, servesSample } from './sample';

const MARK: WriteSheet = { name: SAMPLE, columns: [{ width: 80 }], rows: [[SAMPLE_WORDS]] };

/** Writes a workbook; that of a sample store opens with a sheet that says so. */
export const writeBook = (book: Parameters<typeof writeXlsx>[0]): ReturnType<typeof writeXlsx> =>
  writeXlsx(servesSample() ? { ...book, sheets: [MARK, ...book.sheets] } : book);
