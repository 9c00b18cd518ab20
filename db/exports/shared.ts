import { DEPARTMENT_ID } from '../queries/departmentColumns';
import { integer, text } from './field';

export const ACCOUNT = text('account', '决算编号', 'a.id', { required: true });
export const YEAR = integer('fiscal_year', '年度', 'a.year', { required: true, columnType: 'date:fiscal-year' });
export const DEPARTMENT = text('department', '部门编号', DEPARTMENT_ID, {
  required: true,
  columnType: 'administrative-classification:generic:code:full',
});
export const SEVERITY = { required: true, words: ['error', 'warning', 'note'] };
export const TO_ACCOUNT = { account: ['accounts', 'id'] } as const;
export const TO_DEPARTMENT = { department: ['departments', 'id'] } as const;

export const OF_CURRENT = `JOIN accounts a ON a.key = x.account JOIN departments d ON d.id = a.department`;
