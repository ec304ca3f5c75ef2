import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { HatchDefs } from '../charts/hatch-defs.tsx';
import type { Workspace } from '../engine/workspace.ts';
import { analysisQuery } from '../queries/analysis-query.ts';
import { useSession, type OpenData } from '../queries/session.ts';
import { count, dayWithWeekday } from '../sentences/format.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Button } from '../ui/button.tsx';
import { CalmStatus } from '../ui/calm-status.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { ProgressLine } from '../ui/progress-line.tsx';
import { useChoices } from '../views/use-choices.ts';
import type { ViewState } from '../views/view-state.ts';
import { pagesOfNumbers } from './pages-of-numbers.ts';

const links = [...pagesOfNumbers, { path: '/data', label: 'Data' }, { path: '/mapping', label: 'Mapping' }];

/** The frame of every page: where am I, can I trust it, what is being worked on. */
export function Shell({ state }: { readonly state: ViewState }) {
  const { workspace, data, work, problem, cancel } = useSession();
  return (
    <div className="page">
      <HatchDefs />
      <header>
        <a className="skip-link" href="#main" onClick={focusMain}>
          To the answers
        </a>
        <Masthead
          brand={
            <Link to="/" search={state} className="brand">
              <BrandMark />
              Throughline
            </Link>
          }
          privacy="Nothing leaves this browser"
        >
          {links.map(({ path, label }) => (
            <Link
              key={path}
              to={path}
              search={state}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {label}
            </Link>
          ))}
        </Masthead>
        {workspace !== null && data !== null && (
          <TrustStrip workspace={workspace} data={data} state={state} />
        )}
      </header>
      <CalmStatus text={work === null ? '' : `${work.label}. ${work.detail}`} />
      <div className="status">
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {work !== null && (
          <div className="working">
            <ProgressLine label={work.label} value={work.value} detail={work.detail} />
            {work.cancellable && data !== null && (
              <Button variant="link" onPress={cancel}>
                Cancel
              </Button>
            )}
          </div>
        )}
      </div>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

const focusMain = (event: { readonly preventDefault: () => void }): void => {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
};

function TrustStrip({
  workspace,
  data,
  state,
}: {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
}) {
  const { data: analysis } = useQuery(analysisQuery(workspace, data.id, useChoices(state)));
  if (analysis === undefined) return <div className="trust-strip" />;
  const { facts, definitions, reportTimeZone } = analysis;
  return (
    <div className="trust-strip">
      {data.isSample && <span className="tag">Sample data</span>}
      <span>
        <b>{count(facts.journeys)}</b> leads, <b>{count(facts.opportunities)}</b> opportunities,{' '}
        <b>{count(facts.deals)}</b> deals
      </span>
      <span>
        Data to <b>{dayWithWeekday(definitions.asOf)}</b>
      </span>
      {state.knownAt !== undefined && (
        <span>
          As known on <b>{dayWithWeekday(state.knownAt)}</b>
        </span>
      )}
      <span>
        Counted from <b>{definitions.anchor === 'mql' ? 'first MQL' : 'creation'}</b>
      </span>
      <span className="push">
        {data.formats.map(({ label }) => label).join(', ')}, days in <b>{reportTimeZone}</b>
      </span>
    </div>
  );
}
