import { QueryClient } from '@tanstack/react-query';

/** Answers never grow stale by themselves: data changes only with an import, which changes every key. Nothing needs a network. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 300_000,
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
      },
    },
  });
