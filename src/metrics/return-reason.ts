/** How spam and duplicates are called in the reasons people write, in the languages the product reads. */
const returnWords =
  /spam|skräppost|skräp|duplicate|duplicado|dupliziert|duplikat|dubbl?ett|dublette|doublon|dupe\b|basura|śmieci/u;

/** Whether a reason of a disqualification says that the lead was spam or was there already. Null says nothing. */
export const isReturnReason = (reason: string | null): boolean =>
  reason !== null && returnWords.test(reason.toLowerCase());
