/** A proportion k of n with its 95 % Wilson interval. `rate`, `low`, `high` are null where no rate may be shown (n = 0 or n below the hiding floor). */
export interface Rate {
  readonly k: number;
  readonly n: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
