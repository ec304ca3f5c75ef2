import type { Analysis } from '../../engine/analysis.ts';
import type { AttributeLift } from '../../metrics/attribute-lift.ts';
import { attributeLift } from '../../metrics/attribute-metrics.ts';
import { leadProfile, type ProfileLine, type Standing } from '../../metrics/lead-profile.ts';
import {
  levelWords,
  liftWords,
  profileAnswer,
  profileNotes,
  profileWarnings,
  trapWords,
} from '../../sentences/definitions/profile-words.ts';
import { capitalised, day, several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { MetricNote } from '../review/metric-note.tsx';

/** Lines shown at once; the rest behind a button. */
const linesFirst = 8;

interface ProfileBlockProps {
  readonly analysis: Analysis;
  readonly attributes: readonly AttributeLift[];
  readonly span: 6 | 12;
}

/** Which leads convert: the ideal lead by history, line by line, both for opportunities and for deals. */
export function ProfileBlock({ analysis, attributes, span }: ProfileBlockProps) {
  const profile = leadProfile(attributes);
  const { l2oDays, l2dDays } = analysis.windows;
  const within = (days: number | null): string =>
    days === null ? 'not measurable' : `within ${several(days, ['day', 'days'])}`;
  const rest = profile.lines.slice(linesFirst);
  return (
    <Block
      span={span}
      question="Which leads convert, by our own history?"
      answer={profileAnswer(profile)}
      definition={`Leads up to ${day(analysis.definitions.asOf)} that have had the window: opportunity ${within(l2oDays)}, deal ${within(l2dDays)} of the anchor. Only levels of 30 leads or more that stand out from the rest.`}
      foot={<MetricNote metric={attributeLift} />}
    >
      {profileWarnings(profile).map((words) => (
        <p key={words} className="note missing profile-note">
          {words}
        </p>
      ))}
      {profile.lines.length > 0 && <Lines lines={profile.lines.slice(0, linesFirst)} />}
      {rest.length > 0 && (
        <Disclosure summary={`${several(rest.length, ['line', 'lines'])} more`}>
          <Lines lines={rest} />
        </Disclosure>
      )}
      {profileNotes(profile).map((words) => (
        <p key={words} className="note profile-note">
          {words}
        </p>
      ))}
    </Block>
  );
}

function Lines({ lines }: { readonly lines: readonly ProfileLine[] }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">Leads with</th>
          <th scope="col">Opportunity</th>
          <th scope="col">Deal</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const trap = trapWords(line);
          return (
            <tr
              key={`${line.attribute} ${line.level}`}
              className={trap !== null && line.standing.opportunity !== 'below' ? 'row-signal' : undefined}
            >
              <th scope="row" className="written">
                {capitalised(levelWords(line))}
                {trap !== null && <span className="note missing">{trap}</span>}
              </th>
              <td className="full" data-label="Opportunity">
                <Stood standing={line.standing.opportunity} words={liftWords(line.opportunity)} />
              </td>
              <td className="full" data-label="Deal">
                <Stood standing={line.standing.deal} words={liftWords(line.deal)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What cannot be told stays grey. */
function Stood({ standing, words }: { readonly standing: Standing; readonly words: string }) {
  return standing === 'cannotTell' ? (
    <span className="quiet">{words}</span>
  ) : standing === 'above' ? (
    <b>{words}</b>
  ) : (
    <span>{words}</span>
  );
}
