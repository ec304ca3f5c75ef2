import type {
  HandoverList,
  LeadList,
  OpenList as OpenLeadList,
  RecycledList,
  StandingList,
} from '../../sql/questions/listed-leads.ts';
import { leadsShown, type OpenCount } from './lead-drawer.tsx';

type Unowned<List extends LeadList> = Omit<List, 'owner' | 'limit'>;

/** What a block says of a count that it opens: of all owners unless it names one. */
export interface CountOpened extends Omit<OpenCount, 'list'> {
  readonly list:
    | Unowned<StandingList>
    | Unowned<HandoverList>
    | Unowned<OpenLeadList>
    | Unowned<RecycledList>;
  readonly owner?: string;
}

/** Opens the records behind a count. */
export type OpenList = (count: CountOpened) => void;

/** The count as the drawer takes it. */
export const openCount = ({ owner, list, ...rest }: CountOpened): OpenCount => ({
  ...rest,
  list: { ...list, owner: owner ?? null, limit: leadsShown },
});
