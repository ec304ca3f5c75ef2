import { partsOfRule, type RuledStage, type StageRule } from '../../domain/stage-rule.ts';
import { asOf } from '../as-of.ts';
import { join, sql, type Sql } from '../sql.ts';

const ranks: Readonly<Record<RuledStage, Sql>> = { mql: sql`1`, sal: sql`2`, sql: sql`3` };

/** The columns of a lead that a rule may look at. The only place where they become statement text. */
const fields = {
  score: sql`l.score`,
  fit: sql`l.fit`,
  channel: sql`l.channel`,
  segment: sql`l.segment`,
} as const;

type Acts = Extract<StageRule, { kind: 'acts' }>;

const listOf = (parts: readonly Sql[]): Sql => join(parts, ', ');

/** Distinguishes the joined tables of a statement by their place in it. */
const alias = (index: number): Sql => ({ text: `act_${index}`, params: [] });

const isOfType = (types: readonly string[]): Sql =>
  types.length === 0 ? sql`true` : sql`type IN (${listOf(types.map((type) => sql`${type}`))})`;

/** The moment of the count-th such act of each lead that has as many. */
const nthActs = ({ types, direction, count }: Acts): Sql =>
  sql`(SELECT lead_no, list_sort(list(moment))[${count}::INTEGER] AS moment FROM rule_act
      WHERE ${isOfType(types)} AND (${direction} = 'any' OR direction = ${direction}) GROUP BY lead_no)`;

/**
 * When a lead arrives by a rule, as a moment {seconds, day} or null. `l` is the lead, `s` its first status event and the
 * joined tables hold the acts, in the order in which the rule names them.
 */
const arrival = (rule: StageRule, actIndex: (acts: Acts) => number): Sql => {
  switch (rule.kind) {
    case 'status':
      return sql`s.moment`;
    case 'score':
    case 'fit':
      return rule.is === 'above'
        ? sql`CASE WHEN ${fields[rule.kind]} > ${rule.value}::DOUBLE THEN l.created END`
        : sql`CASE WHEN ${fields[rule.kind]} >= ${rule.value}::DOUBLE THEN l.created END`;
    case 'channel':
    case 'segment':
      return sql`CASE WHEN ${fields[rule.kind]} IN (${listOf(rule.oneOf.map((value) => sql`${value}`))}) THEN l.created END`;
    case 'acts':
      return sql`${alias(actIndex(rule))}.moment`;
    case 'criteria':
      return sql`list_sort(list_filter([${listOf(rule.of.map((part) => arrival(part, actIndex)))}],
        moment -> moment IS NOT NULL))[${rule.atLeast}::INTEGER]`;
  }
};

/**
 * Human activities up to the as-of day by lead, none before the lead's creation. One that names only a contact belongs to
 * the contact's newest lead created by then, else to its oldest, so that it counts once.
 */
const ruleActs: Sql = sql`CREATE OR REPLACE TABLE rule_act AS
  WITH known AS (
    SELECT *, row_number() OVER () AS act_no FROM activity
    WHERE NOT is_automated AND event_date <= ${asOf}
  ), of_contact AS (
    SELECT a.act_no, arg_max(l.lead_no, {'is_there': l.created_at <= a.event_at,
      'nearness': CASE WHEN l.created_at <= a.event_at THEN epoch_ms(l.created_at) ELSE -epoch_ms(l.created_at) END, 'lead_no': -l.lead_no}) AS lead_no
    FROM known a JOIN scoped_lead l ON l.contact_id = a.contact_id WHERE a.lead_id IS NULL GROUP BY a.act_no
  ), owned AS (
    SELECT a.act_no, l.lead_no FROM known a JOIN scoped_lead l ON l.lead_id = a.lead_id
    UNION ALL FROM of_contact
  )
  SELECT o.lead_no, a.type, a.direction,
    {'seconds': epoch_ms(greatest(a.event_at, l.created_at)) // 1000, 'day': greatest(a.event_date, l.created_date)} AS moment
  FROM owned o JOIN known a USING (act_no) JOIN scoped_lead l USING (lead_no)`;

/** Statements that make `rule_arrival`, and those that let it go. */
export interface RuleArrival {
  readonly make: readonly Sql[];
  readonly drop: readonly Sql[];
}

/**
 * The moment at which each lead arrives by a rule, as a moment {seconds, day} or null, in a table `rule_arrival` by
 * `lead_no`, with the key of its first event of the stage. `status` means what `person_event` says of that stage now.
 */
export const ruleArrival = (stage: RuledStage, rule: StageRule): RuleArrival => {
  const acts = partsOfRule(rule).filter((part) => part.kind === 'acts');
  const joins = acts.map(
    (part, index) => sql` LEFT JOIN ${nthActs(part)} ${alias(index)} ON ${alias(index)}.lead_no = l.lead_no`,
  );
  const joined = joins.reduce((all, one) => sql`${all}${one}`, sql``);
  return {
    make: [
      ...(acts.length > 0 ? [ruleActs] : []),
      sql`CREATE OR REPLACE TABLE rule_arrival AS
      WITH first_status AS (
        SELECT lead_no, min(order_key) AS order_key, {'seconds': min(order_key) // 1073741824 - 4294967296, 'day': min(event_date)} AS moment
        FROM person_event WHERE rank = ${ranks[stage]} GROUP BY lead_no
      ), lead_now AS (
        SELECT *, {'seconds': epoch_ms(created_at) // 1000, 'day': created_date} AS created FROM scoped_lead
      )
      SELECT l.lead_no, s.order_key AS first_status_key, ${arrival(rule, (part) => acts.indexOf(part))} AS moment
      FROM lead_now l LEFT JOIN first_status s ON s.lead_no = l.lead_no${joined}`,
    ],
    drop: [
      sql`DROP TABLE IF EXISTS rule_arrival`,
      ...(acts.length > 0 ? [sql`DROP TABLE IF EXISTS rule_act`] : []),
    ],
  };
};

/**
 * Gives a stage to leads by its rule instead of by their status alone: `person_event` loses the events of that stage and
 * takes the arrivals in their place, with those status events that are returns. Stage by stage, no rule sees another's.
 */
export const stageRuleStatements = (stage: RuledStage, rule: StageRule): readonly Sql[] => {
  const { make, drop } = ruleArrival(stage, rule);
  const rank = ranks[stage];
  return [
    ...make,
    sql`CREATE OR REPLACE TABLE person_event AS
      WITH arrived AS (
        SELECT p.person_no, a.lead_no, a.first_status_key, a.moment.day AS event_date,
          (a.moment.seconds + 4294967296) * 1073741824 + ${rank} * 134217728 + a.lead_no AS order_key
        FROM rule_arrival a JOIN person p USING (lead_no) WHERE a.moment IS NOT NULL
      )
      SELECT person_no, lead_no, rank, event_date, order_key FROM person_event WHERE rank <> ${rank}
      UNION ALL
      SELECT person_no, lead_no, ${rank}, event_date, order_key FROM arrived
      ${
        partsOfRule(rule).some(({ kind }) => kind === 'status')
          ? sql`UNION ALL
      SELECT e.person_no, e.lead_no, e.rank, e.event_date, e.order_key
      FROM person_event e JOIN arrived a USING (lead_no)
      WHERE e.rank = ${rank} AND e.order_key > a.first_status_key AND e.order_key > a.order_key`
          : sql``
      }`,
    ...drop,
  ];
};
