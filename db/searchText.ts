/** How texts are compared: compatible forms made equal, small letters, without white space, brackets and quotation marks. */
export const searchText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"‘’'《》〈〉()[\]·、，,。-]+/gu, '');
