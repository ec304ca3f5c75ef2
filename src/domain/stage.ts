/** Stages a lead passes before an opportunity, and the two ways it can leave the path. */
export type Stage = 'mql' | 'sal' | 'sql' | 'recycled' | 'disqualified';

/** What a status of the company's own vocabulary means to us. `none` is a status without a stage, such as "New". */
export type StatusMeaning = Stage | 'spam' | 'test' | 'none';
