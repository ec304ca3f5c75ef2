import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generateSample } from '../../data/generate/generate-sample.ts';
import {
  AGAIN,
  CHANNELS,
  CLOSING,
  DIRT,
  LIFE,
  MIX_SHIFT,
  SEASON,
  SEGMENTS,
  TEAMS,
  UNSOURCED,
} from '../../data/generate/plan.ts';
import { KEY_PREFIX } from '../../data/generate/salesforce-id.ts';
import { meanInterval, median, wilson } from './intervals.ts';
import { NO_ID, seconds } from './naive-leads.ts';
import type { NaiveLead } from './naive-leads.ts';
import { readCsv } from './read-csv.ts';
import type { Row } from './read-csv.ts';
import { localSeconds, workingHours } from './working-hours.ts';
import {
  files,
  leadTable,
  historyTable,
  taskTable,
  leads,
  leadRows,
  opportunities,
  statusRowsOfLeads,
  at,
  day,
  converted,
  daysToOpportunity,
  rateOf,
  created,
  becameMql,
  shareOf,
  in30Days,
  monthOf,
  relative,
  isSlow,
  gap,
  leftAt,
  of,
  count,
  isDeleted,
  toNothing,
  hasMql,
  createdDay,
  isClosed,
  columnSum,
  isInside,
  matureLeads,
  matureOpportunities,
  DAY,
  delays,
  l2oOf,
  isForecastAhead,
} from './sample-facts.ts';

describe('planted rates of each channel', () => {
  it.each(CHANNELS)('$name: L2O $l2o is inside the 95 % interval', ({ name, l2o }) => {
    const own = matureLeads.filter(({ source }) => source === name);
    expect({ planned: l2o, ...wilson(converted(own).length, own.length) }).toSatisfy(isInside);
  });

  it.each(CHANNELS)('$name: O2D $o2d is inside the 95 % interval', ({ name, o2d }) => {
    const own = matureOpportunities.filter((row) => row['LeadSource'] === name);
    expect({
      planned: o2d,
      ...wilson(own.filter((row) => row['IsWon'] === '1').length, own.length),
    }).toSatisfy(isInside);
  });

  it('total L2O stays within half a point of 12 %', () => {
    const planned = CHANNELS.reduce((sum, each) => sum + each.leads * each.l2o, 0);
    const total = CHANNELS.reduce((sum, each) => sum + each.leads, 0);
    expect(planned / total).toBeCloseTo(0.12, 3);
    expect(Math.abs(converted(matureLeads).length / matureLeads.length - 0.12)).toBeLessThan(0.005);
  });

  it('the share of first leads that become MQL is 85 %', () => {
    const old = leads.filter(({ createdAt }) => createdAt < day('2026-09-01'));
    const leftOut = leadRows.filter(
      (row) =>
        at(row, 'CreatedDate') < day('2026-09-01') &&
        (row['Status'] === 'Spam' || (row['IsDeleted'] === '1' && row['MasterRecordId'] === NO_ID)),
    );
    const mql = old.filter(({ mqlAt }) => mqlAt !== null);
    expect(Math.abs(mql.length / (old.length + leftOut.length) - LIFE.mqlShare)).toBeLessThan(0.005);
  });
});

describe('webinar trap', () => {
  const o2d = CHANNELS.map(({ name }) => ({
    name,
    rate: rateOf(matureOpportunities.filter((row) => row['LeadSource'] === name)),
  }));

  it('webinars are third by L2O and last by O2D, as planned', () => {
    expect(CHANNELS.toSorted((a, b) => b.l2o - a.l2o)[2]?.name).toBe('Webinar');
    expect(CHANNELS.toSorted((a, b) => a.o2d - b.o2d)[0]?.name).toBe('Webinar');
  });

  it('and last by O2D as counted', () => {
    expect(o2d.toSorted((a, b) => a.rate - b.rate)[0]?.name).toBe('Webinar');
  });
});

describe('mix shift of 2026 Q3', () => {
  it('the share of e-mail rises from 26.5 % to 48 %', () => {
    expect(Math.abs(shareOf(created('2024-10-01', '2026-07-01')) - MIX_SHIFT.usualShare)).toBeLessThan(0.012);
    expect(Math.abs(shareOf(created('2026-07-01', '2026-10-01')) - MIX_SHIFT.share)).toBeLessThan(0.02);
  });

  it('the total falls, and no more than old rates with the new mix say', () => {
    const after = becameMql('2026-07-01', '2026-08-31');
    const total = wilson(in30Days(after), after.length);
    const reference = becameMql('2024-10-01', '2026-07-01');
    expect(total.high).toBeLessThan(in30Days(reference) / reference.length);
    const groups = [...new Set(after.map(({ source }) => source))];
    const expected = groups.reduce((sum, group) => {
      const old = reference.filter(({ source }) => source === group);
      const rate = old.length === 0 ? 0 : in30Days(old) / old.length;
      return sum + rate * after.filter(({ source }) => source === group).length;
    }, 0);
    expect({ planned: expected / after.length, ...total }).toSatisfy(isInside);
  });
});

describe('seasons', () => {
  it('July brings 45 % and December 25 % fewer leads than the months around', () => {
    expect(Math.abs(relative('2025-07', '2025-06', '2025-08') - (SEASON[7]?.volume ?? 0))).toBeLessThan(0.05);
    expect(Math.abs(relative('2024-12', '2024-11', '2025-01') - (SEASON[12]?.volume ?? 0))).toBeLessThan(
      0.07,
    );
    expect(Math.abs(relative('2025-12', '2025-11', '2026-01') - (SEASON[12]?.volume ?? 0))).toBeLessThan(
      0.07,
    );
  });

  it('leads of July and December take longer', () => {
    const usual = meanInterval(delays((month) => SEASON[month] === undefined)).mean;
    expect({
      planned: (SEASON[7]?.delay ?? 0) * usual,
      ...meanInterval(delays((month) => month === 7)),
    }).toSatisfy(isInside);
    expect({
      planned: (SEASON[12]?.delay ?? 0) * usual,
      ...meanInterval(delays((month) => month === 12)),
    }).toSatisfy(isInside);
  });

  it.each(CHANNELS)(
    '$name: mean days to opportunity outside these months is $meanDaysToOpportunity',
    (channel) => {
      const own = converted(matureLeads).filter(
        ({ source, mqlAt, timesMql }) =>
          source === channel.name && timesMql === 1 && SEASON[monthOf(mqlAt ?? 0)] === undefined,
      );
      const { mean, low, high } = meanInterval(own.map(daysToOpportunity));
      const tolerance = Math.max(1.5, (high - low) / 2);
      expect(Math.abs(mean - channel.meanDaysToOpportunity)).toBeLessThan(tolerance);
    },
  );

  it('won and lost come after 44.75 days on average', () => {
    const planned =
      CLOSING.quickShare * CLOSING.quickMeanDays + (1 - CLOSING.quickShare) * CLOSING.slowMeanDays;
    const closed = matureOpportunities.filter((row) => row['IsClosed'] === '1');
    const days = closed
      .map((row) => (at(row, 'CloseDate') - at(row, 'CreatedDate')) / DAY + 0.5)
      .filter((each) => each >= 0);
    expect(planned).toBeCloseTo(44.75, 9);
    expect(Math.abs(meanInterval(days).mean - planned)).toBeLessThan(3);
  });
});

describe('the slow team', () => {
  const slow = TEAMS.find(({ name }) => name === 'South');

  it('calls first after about 30 working hours, the others after about 2', () => {
    const firstTouch = new Map<string, number>();
    for (const row of taskTable.rows) {
      if (row['IsClosed'] !== '1' || row['CallType'] === 'Inbound' || row['Subject']?.startsWith('Mass'))
        continue;
      const who = row['WhoId'] ?? '';
      firstTouch.set(
        who,
        Math.min(firstTouch.get(who) ?? Number.POSITIVE_INFINITY, at(row, 'CompletedDateTime')),
      );
    }
    const hours = (list: readonly NaiveLead[]): number[] =>
      list.flatMap(({ row, mqlAt }) => {
        const touchedAt = firstTouch.get(row['Id'] ?? '') ?? firstTouch.get(row['ConvertedContactId'] ?? '');
        return mqlAt === null || touchedAt === undefined ? [] : [workingHours(mqlAt, touchedAt)];
      });
    const chosen = matureLeads.filter(({ timesMql }) => timesMql === 1);
    expect(Math.abs(median(hours(chosen.filter(isSlow))) - (slow?.medianResponseHours ?? 0))).toBeLessThan(3);
    expect(Math.abs(median(hours(chosen.filter((lead) => !isSlow(lead)))) - 2)).toBeLessThan(0.3);
  });

  it('converts 0.8 times as often as the others, the average unchanged', () => {
    const [slowLeads, others] = [matureLeads.filter(isSlow), matureLeads.filter((lead) => !isSlow(lead))];
    const interval = wilson(converted(slowLeads).length, slowLeads.length);
    expect({ planned: 0.8 * l2oOf(others), ...interval }).toSatisfy(isInside);
    expect(interval.high).toBeLessThan(l2oOf(others));
    const average = TEAMS.reduce((sum, team) => sum + team.l2oFactor, 0) / TEAMS.length;
    expect(average).toBeCloseTo(1, 12);
  });
});

describe('persons who come more than once', () => {
  it('8 % of MQLs rest in nurture and return after 40 to 120 days; 12 % of them become opportunities', () => {
    const recycled = matureLeads.filter(({ timesMql }) => timesMql > 1);
    expect({ planned: LIFE.recycledShare, ...wilson(recycled.length, matureLeads.length) }).toSatisfy(
      isInside,
    );
    expect({ planned: 0.12, ...wilson(converted(recycled).length, recycled.length) }).toSatisfy(isInside);
    const rests = [...statusRowsOfLeads.values()].flatMap((rows) =>
      rows.flatMap((row, index) => {
        const before = rows[index - 1];
        return row['OldvalString'] === 'Nurture' && before
          ? [(at(row, 'CreatedDate') - at(before, 'CreatedDate')) / DAY]
          : [];
      }),
    );
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...rests)).toBeLessThanOrEqual(120);
  });

  it('1.5 % duplicates within 30 days, and 1 % of the disqualified back after 100 to 200', () => {
    const sorted = leadRows.toSorted((a, b) => at(a, 'CreatedDate') - at(b, 'CreatedDate'));
    const seen = new Map<string, Row>();
    const again = sorted.flatMap((row) => {
      const email = (row['Email'] ?? '').toLowerCase();
      const earlier = seen.get(email);
      if (!earlier) seen.set(email, row);
      return earlier ? [{ row, earlier }] : [];
    });
    expect(again.filter((each) => gap(each) <= AGAIN.duplicateWithinDays).length).toBe(450);
    const returned = again.filter((each) => gap(each) > AGAIN.duplicateWithinDays);
    for (const { row, earlier } of returned) {
      const days = (at(row, 'CreatedDate') - leftAt(earlier)) / DAY;
      expect(days).toBeGreaterThanOrEqual(AGAIN.returnAfterDays[0]);
      expect(days).toBeLessThanOrEqual(AGAIN.returnAfterDays[1]);
    }
    const gone = leadRows.filter(
      (row) => row['Status'] === 'Disqualified' && leftAt(row) + 200 * DAY < seconds('2026-09-30 22:00:00'),
    );
    expect(Math.abs(returned.length / gone.length - AGAIN.returnShareOfDisqualified)).toBeLessThan(0.001);
  });
});

describe('segments', () => {
  const sourced = matureOpportunities.filter((row) =>
    CHANNELS.some(({ name }) => name === row['LeadSource']),
  );
  const total = sourced.filter((row) => row['IsWon'] === '1').length / sourced.length;

  it.each(SEGMENTS)(
    '$name: share of leads, O2D factor and mean won deal',
    ({ name, share, o2dFactor, meanDeal }) => {
      expect(Math.abs(of(leadRows, name).length / leadRows.length - share)).toBeLessThan(0.01);
      const own = of(sourced, name);
      expect({
        planned: o2dFactor * total,
        ...wilson(own.filter((row) => row['IsWon'] === '1').length, own.length),
      }).toSatisfy(isInside);
      const deals = of(opportunities, name).filter((row) => row['IsWon'] === '1');
      expect({ planned: meanDeal, ...meanInterval(deals.map((row) => Number(row['Amount']))) }).toSatisfy(
        isInside,
      );
    },
  );

  it('the factors leave channel averages alone', () => {
    expect(SEGMENTS.reduce((sum, { share, o2dFactor }) => sum + share * o2dFactor, 0)).toBeCloseTo(1, 12);
  });
});

describe('dirt', () => {
  it('of leads', () => {
    expect(count(leadRows, (row) => row['LeadSource'] === '')).toBe(DIRT.blankSource);
    expect(count(leadRows, (row) => row['LeadSource'] === 'Unknown')).toBe(DIRT.unknownSource);
    expect(count(leadRows, (row) => row['Status'] === 'Spam')).toBe(DIRT.spam);
    expect(count(leadRows, (row) => isDeleted(row) && row['MasterRecordId'] === NO_ID)).toBe(DIRT.deleted);
    expect(count(leadRows, (row) => isDeleted(row) && row['MasterRecordId'] !== NO_ID)).toBe(DIRT.merged);
    expect(count(leadRows, (row) => row['Company']?.includes('"') === true)).toBe(DIRT.companyWithQuotes);
    expect(count(leadRows, (row) => row['Company']?.includes('\n') === true)).toBe(DIRT.companyWithLineBreak);
    expect(count(leadRows, (row) => row['Description']?.includes('\n') === true)).toBe(
      DIRT.descriptionWithLineBreak,
    );
    expect(count(leadRows, toNothing)).toBe(DIRT.convertedWithoutOpportunity);
    expect(count(leadTable.rows, (row) => row['CreatedDate'] === '2025-02-31 10:00:00')).toBe(
      DIRT.impossibleCreatedDates,
    );
    expect(count(leadTable.widths, (width) => width !== leadTable.headers.length)).toBe(DIRT.rowsTooWide);
    const unique = new Set(leadTable.rows.map((row) => row['Id']));
    expect(leadTable.rows.length - unique.size).toBe(DIRT.repeatedRows);
  });

  it('of histories', () => {
    const histories = [...statusRowsOfLeads.values()];
    const won = new Set(
      leadRows.filter((row) => row['ConvertedOpportunityId'] !== NO_ID).map((row) => row['Id']),
    );
    expect(
      count(
        histories,
        (rows) => rows[0]?.['OldvalString'] === 'New' && !hasMql(rows) && won.has(rows[0]['ParentId']),
      ),
    ).toBe(DIRT.skippedMql);
    const startedLater = count(histories, (rows) => rows[0]?.['OldvalString'] === 'MQL');
    const unchanged = count(
      leadRows,
      (row) => row['Status'] === 'MQL' && !statusRowsOfLeads.has(row['Id'] ?? ''),
    );
    expect(startedLater + unchanged).toBe(DIRT.createdAsMql);
    const lastTime = new Map<string, string>();
    const unordered = new Set<string>();
    for (const row of historyTable.rows) {
      const [parent, time] = [row['ParentId'] ?? '', row['CreatedDate'] ?? ''];
      if (time < (lastTime.get(parent) ?? '')) unordered.add(parent);
      lastTime.set(parent, time);
    }
    expect(unordered.size).toBeGreaterThan(DIRT.unorderedHistories * 0.98);
    expect(unordered.size).toBeLessThanOrEqual(DIRT.unorderedHistories);
    expect(count(historyTable.rows, (row) => row['FieldName'] === 'Owner')).toBeGreaterThan(1000);
    expect(count(historyTable.rows, (row) => row['FieldName'] === 'Rating')).toBeGreaterThan(500);
    expect(count(historyTable.rows, (row) => row['ParentSobjectType'] !== 'Lead')).toBeGreaterThan(100);
  });

  it('of opportunities and tasks', () => {
    expect(count(opportunities, (row) => isClosed(row) && at(row, 'CloseDate') < createdDay(row))).toBe(
      DIRT.closedBeforeCreated,
    );
    expect(count(opportunities, (row) => row['CloseDate']?.startsWith('2030-01-15') === true)).toBe(
      DIRT.farFutureCloseDates,
    );
    expect(count(opportunities, isForecastAhead)).toBeGreaterThan(100);
    const open = opportunities.filter((row) => !isClosed(row));
    const blankShare = count(open, (row) => row['Amount'] === '') / open.length;
    expect(Math.abs(blankShare - CLOSING.openWithoutAmountShare)).toBeLessThan(0.06);
    expect(count(opportunities, (row) => row['LeadSource'] === 'Existing customer')).toBe(
      DIRT.existingCustomers,
    );
    const own = opportunities.filter((row) => row['LeadSource'] === 'Sales generated');
    expect(own.length).toBe(DIRT.salesGenerated);
    const ownMature = matureOpportunities.filter((row) => row['LeadSource'] === 'Sales generated');
    const ownWon = count(ownMature, (row) => row['IsWon'] === '1');
    expect({ planned: UNSOURCED.salesGeneratedO2d, ...wilson(ownWon, ownMature.length) }).toSatisfy(isInside);
    expect(count(taskTable.rows, (row) => row['Subject']?.includes('"') === true)).toBe(
      DIRT.subjectWithQuotes,
    );
    expect(count(taskTable.rows, (row) => row['Subject']?.includes('\n') === true)).toBe(
      DIRT.subjectWithLineBreak,
    );
    expect(count(taskTable.rows, (row) => row['Subject']?.startsWith('Mass') === true)).toBe(DIRT.massEmails);
  });
});

describe('shape of the files', () => {
  it('every id of every file has the right prefix and check letters', () => {
    const prefixes = new Set<string>(Object.values(KEY_PREFIX));
    const wrong = Object.values(files)
      .flatMap((text) => text.match(/"[07][0-9A-Za-z]{17}"/g) ?? [])
      .map((quoted) => quoted.slice(1, -1))
      .filter((id) => id !== NO_ID && !(prefixes.has(id.slice(0, 3)) && id.slice(15) === checkLetters(id)));
    expect(wrong).toEqual([]);
  });

  it('some ids differ only in case', () => {
    const ids = leadRows.map((row) => (row['Id'] ?? '').slice(0, 15));
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBeLessThan(ids.length);
  });

  it('nothing but plans and forecasts lies after the export', () => {
    const instants = [leadRows, historyTable.rows, opportunities, taskTable.rows].flatMap((rows) =>
      rows.map((row) => row['CreatedDate'] ?? ''),
    );
    const latest = instants.reduce((a, b) => (a > b ? a : b));
    expect(latest < '2026-09-30 22:00:00').toBe(true);
    expect(latest > '2026-09-30 12:00:00').toBe(true);
  });

  it('the date of conversion is the local day of the opportunity', () => {
    const openedAt = new Map(opportunities.map((row) => [row['Id'], row]));
    const dates = leadRows.flatMap((row) => {
      const opportunity = openedAt.get(row['ConvertedOpportunityId']);
      if (!opportunity || opportunity['LeadSource'] === 'Existing customer') return [];
      return [localSeconds(at(opportunity, 'CreatedDate')) - at(row, 'ConvertedDate')];
    });
    expect(dates.every((rest) => rest >= 0 && rest < DAY)).toBe(true);
  });

  it('the costs of campaigns are those of the cost table', () => {
    const campaigns = readCsv(files['Campaign.csv']).rows;
    const costs = readCsv(files['CampaignCost.csv']).rows;
    const withCampaign = costs.filter((row) => !['Website', 'Referral'].includes(row['channel'] ?? ''));
    expect(columnSum(campaigns, 'ActualCost')).toBe(columnSum(withCampaign, 'cost'));
    expect(
      costs.every((row) => row['currency'] === 'EUR' && /^20\d\d-\d\d-01$/.test(row['month'] ?? '')),
    ).toBe(true);
  });
});

describe('generation', () => {
  it('gives the bundled files', () => {
    for (const [name, text] of Object.entries(files)) {
      const path = new URL(`../../data/sample/${name}.gz`, import.meta.url);
      expect({ name, isSame: gunzipSync(readFileSync(path)).toString('utf8') === text }).toEqual({
        name,
        isSame: true,
      });
    }
  });

  it('gives the same world for the same seed and another for another', () => {
    const small = generateSample({ leads: 600, seed: 7 });
    expect(generateSample({ leads: 600, seed: 7 })).toEqual(small);
    expect(generateSample({ leads: 600, seed: 8 })['Lead.csv']).not.toBe(small['Lead.csv']);
    expect(Math.abs(readCsv(small['Lead.csv']).rows.length - 600)).toBeLessThan(60);
  });
});

function checkLetters(id: string): string {
  return [0, 5, 10]
    .map((from) => {
      const capitals = id
        .slice(from, from + 5)
        .split('')
        .map((letter) => (/[A-Z]/.test(letter) ? '1' : '0'));
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[Number.parseInt(capitals.toReversed().join(''), 2)];
    })
    .join('');
}
