import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import { ChevronIcon } from './icons.tsx';

/** A sentence that opens what stands behind it. */
export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly defaultExpanded?: boolean;
}

/** A button that shows and hides a panel below it. */
export function Disclosure({ summary, children, defaultExpanded = false }: DisclosureProps) {
  return (
    <AriaDisclosure className="disclosure" defaultExpanded={defaultExpanded}>
      <Button slot="trigger" className="disclosure-trigger">
        <ChevronIcon direction="right" />
        {summary}
      </Button>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
