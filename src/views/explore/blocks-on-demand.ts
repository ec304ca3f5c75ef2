import { lazy } from 'react';

const pivotBlock = () => import('./pivot-block.tsx');
const shapeBlock = () => import('./shape-block.tsx');
const compareBlock = () => import('./compare-block.tsx');
const reconcileBlock = () => import('./reconcile-block.tsx');
const benchmarkBlock = () => import('./benchmark-block.tsx');
const consoleOpener = () => import('./console-opener.tsx');
const viewsBar = () => import('./views-bar.tsx');

/** Blocks below the first answer of the analyst's page: they come in files of their own. */
export const PivotBlock = lazy(async () => ({ default: (await pivotBlock()).PivotBlock }));
export const ShapeBlock = lazy(async () => ({ default: (await shapeBlock()).ShapeBlock }));
export const CompareBlock = lazy(async () => ({ default: (await compareBlock()).CompareBlock }));
export const ReconcileBlock = lazy(async () => ({ default: (await reconcileBlock()).ReconcileBlock }));
export const BenchmarkBlock = lazy(async () => ({ default: (await benchmarkBlock()).BenchmarkBlock }));
export const ConsoleOpener = lazy(async () => ({ default: (await consoleOpener()).ConsoleOpener }));
export const ViewsBar = lazy(async () => ({ default: (await viewsBar()).ViewsBar }));

/** Fetches them all, so that the page opens without the network. */
export const fetchBlocks = (): void => {
  for (const fetchBlock of [
    pivotBlock,
    shapeBlock,
    compareBlock,
    reconcileBlock,
    benchmarkBlock,
    consoleOpener,
    viewsBar,
  ])
    void fetchBlock();
};
