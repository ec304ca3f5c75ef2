import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import type { newRouter } from './routes.tsx';
import { SessionProvider } from './session-provider.tsx';

/** The whole application under its providers. */
export function App({
  client,
  router,
}: {
  readonly client: QueryClient;
  readonly router: ReturnType<typeof newRouter>;
}) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
