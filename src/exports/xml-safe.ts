const unfit = new RegExp(
  String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
  'g',
);

/** A text with what no XML file can hold (control characters, halves of letters) shown as the sign for "no letter". */
export const xmlSafe = (text: string): string => text.replaceAll(unfit, '\ufffd');
