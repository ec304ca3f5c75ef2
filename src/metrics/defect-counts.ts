import type { Anchor } from '../domain/definitions.ts';
import type { Basis } from './channel-verdict.ts';
import type { ConversionTable } from './conversion-table.ts';

/**
 * What was counted of the records of one defect. `records` are the records themselves; the rest is what they touch:
 * leads left out of the cohort (and those of them that have an anchor), leads in it that are converted (`yes`) or not
 * (`no`), opportunities, and those opportunities that the leads led to. `named_won` is won as the CRM says; `won` as it
 * is counted. `_windowed` counts only what has had its window, and within it.
 */
export interface DefectTally {
  readonly defect: string;
  readonly records: number;
  readonly left_out: number;
  readonly left_out_anchored: number;
  readonly yes: number;
  readonly no: number;
  readonly yes_windowed: number;
  readonly no_windowed: number;
  readonly opportunities: number;
  readonly won: number;
  readonly named_won: number;
  readonly opportunities_windowed: number;
  readonly won_windowed: number;
  readonly named_won_windowed: number;
  readonly sourced: number;
  readonly sourced_won: number;
  readonly sourced_windowed: number;
  readonly sourced_won_windowed: number;
}

/** The lead records that were taken for one person with another, each counted alone: in the cohort, and converted. */
export interface AloneTally {
  readonly alone: number;
  readonly alone_converted: number;
  readonly alone_windowed: number;
  readonly alone_converted_windowed: number;
}

/** What the import says of the files that make leads, and of those that make opportunities. */
export interface KindCounts {
  readonly loaded: number;
  /** Records that could not be read, and so are not counted. */
  readonly unreadable: number;
  /** Those of them that could not be read for a date. */
  readonly unreadableDates: number;
  /** Records of an id that was loaded with other content. */
  readonly conflicts: number;
}

/** What the import counted, before any rule was applied. */
export interface ImportCounts {
  readonly leads: KindCounts;
  readonly opportunities: KindCounts;
  /** Loaded lead records of files with a status, and those of them whose status has no known meaning. */
  readonly withStatus: number;
  readonly unknownStatus: number;
}

/** Everything that defects are judged by. */
export interface DefectCounts {
  readonly anchor: Anchor;
  readonly leads: number;
  readonly leadRecords: number;
  readonly persons: number;
  readonly withoutAnchor: number;
  readonly opportunities: number;
  readonly deals: number;
  readonly tallies: readonly DefectTally[];
  readonly alone: AloneTally;
  readonly imported: ImportCounts;
  readonly byChannel: ConversionTable;
  readonly bySegment: ConversionTable;
}

/** The counts of one defect on one basis. */
export interface BasisTally {
  readonly yes: number;
  readonly no: number;
  readonly opportunities: number;
  readonly won: number;
  readonly namedWon: number;
  readonly sourced: number;
  readonly sourcedWon: number;
}

/** What a tally says on one basis. */
export const onBasis = (tally: DefectTally, basis: Basis): BasisTally =>
  basis === 'toDate'
    ? {
        yes: tally.yes,
        no: tally.no,
        opportunities: tally.opportunities,
        won: tally.won,
        namedWon: tally.named_won,
        sourced: tally.sourced,
        sourcedWon: tally.sourced_won,
      }
    : {
        yes: tally.yes_windowed,
        no: tally.no_windowed,
        opportunities: tally.opportunities_windowed,
        won: tally.won_windowed,
        namedWon: tally.named_won_windowed,
        sourced: tally.sourced_windowed,
        sourcedWon: tally.sourced_won_windowed,
      };
