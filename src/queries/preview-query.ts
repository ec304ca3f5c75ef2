import { queryOptions } from '@tanstack/react-query';
import type { CrmFormat } from '../crm/crm-format.ts';
import type { Session } from './session.ts';

/** The headline numbers that files at hand would give under other mappings; null asks nothing. */
export const previewQuery = (
  preview: Session['preview'],
  draftId: number,
  mappings: readonly CrmFormat[] | null,
) =>
  queryOptions({
    queryKey: ['preview', draftId, mappings],
    queryFn: ({ signal }) => preview(mappings ?? [], signal),
    enabled: mappings !== null,
    retry: false,
    gcTime: 60_000,
  });
