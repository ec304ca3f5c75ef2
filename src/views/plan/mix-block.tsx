import { several } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ShareSlider } from '../../ui/share-slider.tsx';
import { mixAnswer } from '../../sentences/plan/mix-answer.ts';
import type { PlanOnScreen } from './use-plan.ts';

const shown = 12;

/** Which channels shall the leads come from? Shares that are 100 % together. */
export function MixBlock({ plan }: { readonly plan: PlanOnScreen }) {
  const { mix, isUsualMix } = plan;
  const channels = [...mix];
  const slider = ([channel, percent]: readonly [string, number]) => (
    <ShareSlider
      key={channel}
      label={channel}
      value={percent}
      onChange={(value) => plan.setShare(channel, value)}
    />
  );
  return (
    <Block
      span={5}
      question="From which channels?"
      answer={mixAnswer(mix, isUsualMix)}
      definition="Share of the leads, 100% together: the others give or take in proportion."
      foot={
        isUsualMix ? null : (
          <Button variant="link" onPress={plan.resetMix}>
            Back to the usual mix
          </Button>
        )
      }
    >
      <div className="shares">{channels.slice(0, shown).map(slider)}</div>
      {channels.length > shown && (
        <Disclosure summary={several(channels.length - shown, ['smaller channel', 'smaller channels'])}>
          <div className="shares">{channels.slice(shown).map(slider)}</div>
        </Disclosure>
      )}
    </Block>
  );
}
