import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import type { newRouter } from './routes.tsx';
import { SessionProvider } from './session-provider.tsx';

/** The whole application under its providers. */
export function App({
  client,
  router,
  onEngine,
}: {
  readonly client: QueryClient;
  readonly router: ReturnType<typeof newRouter>;
  /** Called once the engine has started, which nothing else should delay. */
  readonly onEngine: () => void;
}) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <SessionProvider onEngine={onEngine}>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
