export { defused, writeCsv } from '../../lib/csv';
