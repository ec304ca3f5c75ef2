import { agreementQuery } from './agreement-query.ts';

const loadPromiseFacts = async () => (await import('../engine/promise-facts.ts')).promiseFacts;
const loadPromiseHistory = async () => (await import('../engine/promise-history.ts')).promiseHistory;

/** Fetches what builds handovers, which no first answer needs, so that it is there without the network. */
export const fetchPromises = (): void => {
  void loadPromiseFacts();
  void loadPromiseHistory();
};

/** How handovers were answered, what marketing delivered and what was lost. Asked apart from the rest of the review, as handovers take longest to build. */
export const promiseFactsQuery = agreementQuery('promise facts', loadPromiseFacts);

/** What a pair of promises is negotiated on; by the promise in force, where there is one. */
export const promiseHistoryQuery = agreementQuery('promise history', loadPromiseHistory);
