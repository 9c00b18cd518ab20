/** The terms of what is published: official documents, to which copyright does not apply. */
export const LICENCE = {
  name: '国家机关公文，不适用著作权法',
  text: '来源文件为各部门公开的决算，属国家机关公文，依《中华人民共和国著作权法》第五条不适用该法；引用请注明出处。',
} as const;
