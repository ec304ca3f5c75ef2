import type { DefinitionSet } from '../../domain/definition-set.ts';
import { ruledStages } from '../../domain/stage-rule.ts';
import { namedStages } from '../../domain/stage-words.ts';
import type { Analysis } from '../../engine/analysis.ts';
import type { DefinitionGround } from '../../engine/definition-ground.ts';
import { missingOf } from '../../sentences/definitions/missing-words.ts';
import { exportedFor } from '../../sentences/definitions/stage-lines.ts';
import { stageName } from '../../sentences/definitions/stage-name.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CountingSection, LimitsSection } from './counting-section.tsx';
import { draftProblem, withRule, withWord } from './draft-edits.ts';
import { RuleEditor } from './rule-editor.tsx';

interface EditorDrawerProps {
  readonly analysis: Analysis;
  readonly ground: DefinitionGround;
  readonly draft: DefinitionSet;
  readonly isChanged: boolean;
  readonly onChange: (draft: DefinitionSet) => void;
  /** Asks what the draft changes. */
  readonly onLook: () => void;
  readonly onClose: () => void;
}

/** Edits a draft of the definitions; the version in force stays as it is. */
export function EditorDrawer(props: EditorDrawerProps) {
  const { analysis, ground, draft, isChanged, onChange, onLook, onClose } = props;
  const problem = draftProblem(draft);
  return (
    <Drawer
      heading="A draft of the definitions"
      kicker={`In force: ${definitionName(analysis.definitionSet)}`}
      onClose={onClose}
      closeLabel="Close the draft"
    >
      <div className="form definition-editor">
        {ruledStages.map((stage) => (
          <RuleEditor
            key={stage}
            name={stageName(stage, draft.words)}
            rule={draft.stages[stage]}
            ground={ground}
            missing={missingOf(draft.stages[stage], exportedFor(stage, ground))}
            onChange={(rule) => onChange(withRule(draft, stage, rule))}
          />
        ))}
        <Disclosure summary="Clock, windows and re-entry">
          <div className="form-part">
            <CountingSection draft={draft} onChange={onChange} />
          </div>
        </Disclosure>
        <Disclosure summary="Handover and limits">
          <div className="form-part">
            <LimitsSection draft={draft} onChange={onChange} />
          </div>
        </Disclosure>
        <Disclosure summary="Hours and public holidays">
          <div className="form-part">
            <CalendarSection
              draft={draft}
              owners={ground.owners}
              reportTimeZone={analysis.reportTimeZone}
              year={Number(analysis.definitions.asOf.slice(0, 4))}
              onChange={onChange}
            />
          </div>
        </Disclosure>
        <Disclosure summary="Words of our own">
          <div className="form-part">
            {namedStages.map((stage) => (
              <TextField
                key={stage}
                label={stageName(stage, undefined)}
                value={draft.words?.[stage] ?? ''}
                most={40}
                onChange={(word) => onChange(withWord(draft, stage, word))}
              />
            ))}
          </div>
        </Disclosure>
        {problem !== null && (
          <p className="note" role="alert">
            {problem}
          </p>
        )}
        <div className="form-actions">
          <Button onPress={onLook} disabled={problem !== null || !isChanged}>
            Show what changes
          </Button>
          {!isChanged && <span className="note">Nothing differs from the version in force yet.</span>}
        </div>
      </div>
    </Drawer>
  );
}
