import { noFilter, type Filter } from '../../src/domain/filter.ts';
import type { Dimension } from '../../src/domain/dimension.ts';
import type { Windows } from '../../src/domain/definitions.ts';
import type { Question } from '../../src/sql/question.ts';
import type { RowSpec } from '../../src/sql/row-spec.ts';
import { daysToDeal, daysToOpportunity } from '../../src/sql/questions/age-counts.ts';
import { leadCounts, opportunityCounts } from '../../src/sql/questions/conversion-counts.ts';
import { recordsBehind } from '../../src/sql/questions/records-behind.ts';

/** What one block of the page asks: its statements, in order. */
export interface PageQuestion {
  readonly name: string;
  readonly statements: readonly Question<RowSpec>[];
}

const windows: Windows = { l2oDays: 90, o2dDays: 90, l2dDays: 180 };

const conversion = (rows: Dimension, columns: Dimension, filter: Filter): readonly Question<RowSpec>[] => {
  const request = { filter, rows, columns, windows };
  return [leadCounts(request), opportunityCounts(request)];
};

/** The eight questions that a page of the dashboard puts to the engine. */
export const pageQuestions: readonly PageQuestion[] = [
  { name: 'conversion by channel', statements: conversion('channel', 'channel', noFilter) },
  { name: 'conversion by segment', statements: conversion('segment', 'segment', noFilter) },
  { name: 'conversion by channel and segment', statements: conversion('channel', 'segment', noFilter) },
  {
    name: 'one channel by segment',
    statements: conversion('segment', 'segment', { ...noFilter, values: { channel: ['Webinar'] } }),
  },
  {
    name: 'one year by channel',
    statements: conversion('channel', 'channel', { from: '2025-01-01', to: '2025-12-31', values: {} }),
  },
  { name: 'days to opportunity', statements: [daysToOpportunity] },
  { name: 'days to deal', statements: [daysToDeal] },
  {
    name: 'records behind a cell',
    statements: [
      recordsBehind({
        joint: 'l2o',
        windowDays: 90,
        filter: noFilter,
        groups: [
          { dimension: 'channel', group: 'Website' },
          { dimension: 'segment', group: 'Small' },
        ],
        limit: 200,
      }),
    ],
  },
];
