import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { fetchPromiseFacts } from '../queries/promise-facts-query.ts';
import { useSession } from '../queries/session.ts';
import { fetchBlocks } from '../views/explore/blocks-on-demand.ts';
import { fetchCharts } from '../views/charts-on-demand.ts';
import type { ViewChange } from '../views/view-state.ts';
import { Shell } from './shell.tsx';
import { changedView, readViewState } from './url-state.ts';

const ReviewPage = lazyRouteComponent(() => import('../views/review/review-page.tsx'), 'ReviewPage');
const ExplorePage = lazyRouteComponent(() => import('../views/explore/explore-page.tsx'), 'ExplorePage');
const DataPage = lazyRouteComponent(() => import('../views/data/data-page.tsx'), 'DataPage');
const MappingPage = lazyRouteComponent(() => import('../views/mapping/mapping-page.tsx'), 'MappingPage');
const QualityPage = lazyRouteComponent(() => import('../views/quality/quality-page.tsx'), 'QualityPage');

/** Fetches the pages and charts that are not first on screen, so that they open at once and without the network. */
export const fetchPages = (): void => {
  for (const page of [ReviewPage, ExplorePage, DataPage, MappingPage, QualityPage]) void page.preload?.();
  fetchCharts();
  fetchBlocks();
  fetchPromiseFacts();
};

const root = createRootRoute({
  validateSearch: readViewState,
  component: RootPage,
  notFoundComponent: () => <p className="lead">There is no such page.</p>,
});

function RootPage() {
  return <Shell state={useSearch({ from: root.id })} />;
}

const review = createRoute({ getParentRoute: () => root, path: '/', component: Review });

function Review() {
  const state = useSearch({ from: root.id });
  const navigate = useNavigate({ from: '/' });
  const { workspace, data } = useSession();
  if (workspace === null || data === null) return null;
  const change = (wanted: ViewChange): void => {
    void navigate({ search: changedView(state, wanted), resetScroll: false });
  };
  return <ReviewPage key={data.id} workspace={workspace} data={data} state={state} onChange={change} />;
}

const explore = createRoute({ getParentRoute: () => root, path: '/explore', component: Explore });

function Explore() {
  const state = useSearch({ from: root.id });
  const navigate = useNavigate({ from: '/explore' });
  const { workspace, data } = useSession();
  if (workspace === null || data === null) return null;
  const change = (wanted: ViewChange): void => {
    void navigate({ search: changedView(state, wanted), resetScroll: false });
  };
  return <ExplorePage key={data.id} workspace={workspace} data={data} state={state} onChange={change} />;
}

const dataRoute = createRoute({ getParentRoute: () => root, path: '/data', component: Data });

function Data() {
  const state = useSearch({ from: root.id });
  const navigate = useNavigate({ from: '/data' });
  const change = (wanted: ViewChange): void => {
    void navigate({ search: changedView(state, wanted), resetScroll: false });
  };
  return <DataPage data={useSession().data} state={state} onChange={change} />;
}

const qualityRoute = createRoute({ getParentRoute: () => root, path: '/quality', component: Quality });

function Quality() {
  const state = useSearch({ from: root.id });
  const { workspace, data } = useSession();
  if (workspace === null || data === null) return null;
  return <QualityPage key={data.id} workspace={workspace} data={data} state={state} />;
}

const mappingRoute = createRoute({ getParentRoute: () => root, path: '/mapping', component: Mapping });

function Mapping() {
  const { workspace, data, draft } = useSession();
  if (workspace === null || data === null) return null;
  return <MappingPage workspace={workspace} dataId={data.id} draft={draft} />;
}

/** Pages live behind the `#`, so that any static host serves them and the view is never sent to a server. */
export const newRouter = () =>
  createRouter({
    routeTree: root.addChildren([review, explore, dataRoute, qualityRoute, mappingRoute]),
    history: createHashHistory(),
    defaultPreload: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof newRouter>;
  }
}
