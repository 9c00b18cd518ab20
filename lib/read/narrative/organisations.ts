/** What the name of a body ends with; such a name before a noun only says whose amount it is. */
const BODY =
  /(局|委|办|办公室|中心|学校|大学|学院|小学|中学|幼儿园|医院|法院|检察院|院|会|厅|馆|所|站|队|部|镇|乡|街道|办事处|政府|公司|集团|处|团|社|区|县|市|省|州|旗|台|司|署|园|场|组|银行|保护区|单位|部门|机关|本级|各地|人大|政协|法检|直)(及(其)?(下属|所属)|（?本级）?|级)?$/;
/** With whose money: 使用财政拨款安排的. */
const FUNDED = /(一般公共预算|财政|拨款|资金|使用|用|安排|开支|全年|年度|本年|当年|的)+$/;
const QUALIFIER =
  /^([一二三四五六七八九十]|(截至|截止|纳入|根据|按照|和|及|与|对|从|中|该|其|以下)?(各)?(年末|年底|规定|要求)?)$/;

/** Whether a stretch of unknown text names a body. */
export function isOrganisation(text: string, department: string | null): boolean {
  if (department !== null && text.length > 1 && department.includes(text)) return true;
  const name = text.replace(FUNDED, '');
  return BODY.test(name) || QUALIFIER.test(name);
}
