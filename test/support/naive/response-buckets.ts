/** Section 7.6: conversion by response time. */
import { groupBy } from './group-by.ts';
import type { NaiveHandover } from './handovers.ts';
import { convertedWithin, isMatureFor } from './handovers.ts';
import type { NaiveSettings } from './settings.ts';

/** The bucket of a response (7.6), upper ends included. */
export function responseBucket(handover: NaiveHandover): string {
  const minutes = handover.response_bmin;
  if (minutes === null) return 'never';
  const limit = [5, 30, 60, 240, 480].find((upTo) => minutes <= upTo);
  return limit === undefined ? '>480' : `<=${limit}`;
}

/** Section 7.6: of the mature handovers in each bucket, n, converted, and ended (opportunity or DQ) by the deadline. */
export function conversionByResponse(
  handovers: NaiveHandover[],
  windowDays: number,
  settings: NaiveSettings,
): Map<string, { n: number; converted: number; ended_before_contact: number }> {
  const mature = handovers.filter((row) => isMatureFor(row, windowDays, settings));
  return new Map(
    [...groupBy(mature, responseBucket)].map(([bucket, rows]) => [
      bucket,
      {
        n: rows.length,
        converted: rows.filter((row) => convertedWithin(row, windowDays)).length,
        ended_before_contact: rows.filter(
          (row) =>
            row.response_bmin === null && (row.opportunity_by_deadline || row.disqualified_by_deadline),
        ).length,
      },
    ]),
  );
}
