import type { HandoverEvent } from '../../domain/handover.ts';
import type { Anchor, Windows } from '../../domain/definitions.ts';
import type { RuledStage, StageRule } from '../../domain/stage-rule.ts';
import type { FrozenPart, TermName } from '../../metrics/agreement-diff.ts';
import type { LanguageFormat } from './language-format.ts';

/** The parts an agreement consists of, in their order. */
export type AgreementPart =
  | 'definitions'
  | 'marketing'
  | 'sales'
  | 'calendar'
  | 'fairness'
  | 'card'
  | 'measure'
  | 'review'
  | 'signatures'
  | 'annex';

/** A time in whole months where it is one, else in days. */
export interface Term {
  readonly unit: 'months' | 'days';
  readonly length: number;
}

/** What the rate card was made with. */
export interface CardMaking {
  readonly frozenOn: string;
  readonly confidence: number;
  readonly dealSizeMonths: number;
}

/**
 * Everything an agreement says, in one language: whole sentences, each made where its language puts its words. Names of
 * the data enter quoted and unchanged.
 */
export interface AgreementWords {
  readonly title: (version: number) => string;
  readonly opening: (signedOn: string, startsOn: string) => string;
  readonly draft: (startsOn: string) => string;
  readonly headings: Readonly<Record<AgreementPart, string>>;

  readonly definitionsInForce: (name: string, version: number, validFrom: string) => string;
  readonly stage: (stage: RuledStage, rule: StageRule) => string;
  readonly anchor: (anchor: Anchor | null) => string;
  readonly windows: (windows: Windows) => string;
  readonly handover: (event: HandoverEvent) => string;

  readonly value: (valueMinor: number, currency: string | null, month: string, growth: number) => string;
  readonly o2dFloor: (share: number | null) => string;
  readonly returned: (days: number) => string;

  readonly response: (minutes: number, attainment: number) => string;
  readonly attempts: (attempts: number, days: number) => string;
  readonly otherSegments: (segments: number) => string;
  readonly segmentHead: readonly [segment: string, response: string, attempts: string];

  readonly onlyOpeningHours: string;
  readonly calendarHead: readonly [team: string, zone: string, hours: string];
  readonly holidays: (country: string | null) => string;
  readonly closedDays: (days: number) => string;
  /** Who works by a calendar; null: everybody who is named in no other. */
  readonly worksBy: (calendar: string, owners: readonly string[] | null) => string;
  /** The days on which the calendar named just before is closed. */
  readonly alsoClosed: (days: number) => string;

  readonly fairness: (openLeads: number) => readonly string[];

  readonly card: (making: CardMaking) => string;
  readonly cardHead: readonly [channel: string, value: string, range: string];
  readonly annexHead: readonly [channel: string, segment: string, value: string, range: string];
  readonly range: (low: string, high: string) => string;
  readonly allLeads: string;
  readonly blank: string;

  readonly measure: (startsOn: string) => readonly string[];
  readonly review: (reviewOn: string, term: Term) => string;
  readonly ticked: (signedOn: string) => string;
  readonly signatureRows: readonly [name: string, date: string, signature: string];
  readonly sides: readonly [marketing: string, sales: string];
  readonly seal: (version: number, hash: string) => string;

  readonly changeHead: readonly [term: string, before: string, now: string];
  readonly terms: Readonly<Record<TermName | FrozenPart, string>>;
  readonly forSegment: (term: string, segment: string) => string;
  readonly none: string;
  readonly asUsual: string;
  readonly perMonth: (growth: string) => string;
  /** Frozen parts that differ, of which a row tells only that they do. */
  readonly changed: string;
  readonly noChange: (version: number) => string;
}

/** What makes the words of one language. */
export type WordsOf = (format: LanguageFormat) => AgreementWords;
