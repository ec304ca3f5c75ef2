import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { fetchLeakFacts } from '../queries/leak-facts-query.ts';
import { fetchPlanFacts } from '../queries/plan-facts-query.ts';
import { fetchPromises } from '../queries/promise-queries.ts';
import { useSession } from '../queries/session.ts';
import { fetchBlocks } from '../views/explore/blocks-on-demand.ts';
import { fetchCharts } from '../views/charts-on-demand.ts';
import type { ViewChange } from '../views/view-state.ts';
import { pagesOfNumbers, type PageOfNumbers } from './pages-of-numbers.ts';
import { Shell } from './shell.tsx';
import { changedView, readViewState } from './url-state.ts';

const DataPage = lazyRouteComponent(() => import('../views/data/data-page.tsx'), 'DataPage');
const MappingPage = lazyRouteComponent(() => import('../views/mapping/mapping-page.tsx'), 'MappingPage');

/** Fetches the pages and charts that are not first on screen, so that they open at once and without the network. */
export const fetchPages = (): void => {
  for (const { Page } of pagesOfNumbers) void Page.preload?.();
  for (const page of [DataPage, MappingPage]) void page.preload?.();
  fetchCharts();
  fetchBlocks();
  fetchPromises();
  fetchLeakFacts();
  fetchPlanFacts();
};

const root = createRootRoute({
  validateSearch: readViewState,
  component: RootPage,
  notFoundComponent: () => <p className="lead">There is no such page.</p>,
});

function RootPage() {
  return <Shell state={useSearch({ from: root.id })} />;
}

/** Changes what the address says of the view, on the page that is open. */
const useChangeOfView = (): ((wanted: ViewChange) => void) => {
  const state = useSearch({ from: root.id });
  const navigate = useNavigate();
  return (wanted) => void navigate({ to: '.', search: changedView(state, wanted), resetScroll: false });
};

function Numbers({ Page }: { readonly Page: PageOfNumbers['Page'] }) {
  const state = useSearch({ from: root.id });
  const change = useChangeOfView();
  const { workspace, data } = useSession();
  if (workspace === null || data === null) return null;
  return <Page key={data.id} workspace={workspace} data={data} state={state} onChange={change} />;
}

const routesOfNumbers = pagesOfNumbers.map(({ path, Page }) =>
  createRoute({ getParentRoute: () => root, path, component: () => <Numbers Page={Page} /> }),
);

const dataRoute = createRoute({ getParentRoute: () => root, path: '/data', component: Data });

function Data() {
  const state = useSearch({ from: root.id });
  return <DataPage data={useSession().data} state={state} onChange={useChangeOfView()} />;
}

const mappingRoute = createRoute({ getParentRoute: () => root, path: '/mapping', component: Mapping });

function Mapping() {
  const { workspace, data, draft, work } = useSession();
  if (workspace === null || data === null || (draft === null && work !== null)) return null;
  return <MappingPage workspace={workspace} dataId={data.id} draft={draft} />;
}

/** Pages live behind the `#`, so that any static host serves them and the view is never sent to a server. */
export const newRouter = () =>
  createRouter({
    routeTree: root.addChildren([...routesOfNumbers, dataRoute, mappingRoute]),
    history: createHashHistory(),
    defaultPreload: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof newRouter>;
  }
}
