import { lazyRouteComponent, type AsyncRouteComponent } from '@tanstack/react-router';
import type { Workspace } from '../engine/workspace.ts';
import type { OpenData } from '../queries/session.ts';
import type { ViewChange, ViewState } from '../views/view-state.ts';

/** What a page of numbers is given. */
export interface NumbersProps {
  readonly workspace: Workspace;
  readonly data: OpenData;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

/** A page that shows data: its address, its name in the masthead, and itself once data is open. */
export interface PageOfNumbers {
  readonly path: string;
  readonly label: string;
  readonly Page: AsyncRouteComponent<NumbersProps>;
}

/** The pages that show data, in the order of the masthead; each is fetched ahead of its first use. */
export const pagesOfNumbers: readonly PageOfNumbers[] = [
  {
    path: '/',
    label: 'Review',
    Page: lazyRouteComponent(() => import('../views/review/review-page.tsx'), 'ReviewPage'),
  },
  {
    path: '/explore',
    label: 'Explore',
    Page: lazyRouteComponent(() => import('../views/explore/explore-page.tsx'), 'ExplorePage'),
  },
  {
    path: '/sla',
    label: 'SLA',
    Page: lazyRouteComponent(() => import('../views/sla/sla-page.tsx'), 'SlaPage'),
  },
  {
    path: '/plan',
    label: 'Plan',
    Page: lazyRouteComponent(() => import('../views/plan/plan-page.tsx'), 'PlanPage'),
  },
  {
    path: '/leaks',
    label: 'Leaks',
    Page: lazyRouteComponent(() => import('../views/leaks/leaks-page.tsx'), 'LeaksPage'),
  },
  {
    path: '/definitions',
    label: 'Definitions',
    Page: lazyRouteComponent(() => import('../views/definitions/definitions-page.tsx'), 'DefinitionsPage'),
  },
  {
    path: '/quality',
    label: 'Quality',
    Page: lazyRouteComponent(() => import('../views/quality/quality-page.tsx'), 'QualityPage'),
  },
];
