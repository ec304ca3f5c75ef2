/** What sales promises of a handed-over lead, and the limits beside it. */
export interface SlaTerms {
  /** Z: business minutes from handover to the first attempt. */
  readonly responseMinutes: number;
  /** W: attempts owed within `attemptDays`. */
  readonly attempts: number;
  /** Length of the attempt period in spans of 24 hours from the handover. */
  readonly attemptDays: number;
  /** Longest acceptable qualification time, in days after the anchor. */
  readonly qualificationLimitDays: number;
  /** Days without a human outbound activity after which an open lead is neglected. */
  readonly neglectedDays: number;
  /** Open leads that one owner can care for. */
  readonly repCap: number;
}

export const defaultSlaTerms: SlaTerms = {
  responseMinutes: 60,
  attempts: 6,
  attemptDays: 7,
  qualificationLimitDays: 21,
  neglectedDays: 14,
  repCap: 500,
};
