import type { Metric } from './metric.ts';

/** How much more often leads of one level convert than all leads. */
export const attributeLift: Metric = {
  id: 'attribute_lift',
  label: 'Lift',
  question: 'Which attributes go with more opportunities and deals?',
  definition:
    'The conversion of the leads of one level of an attribute, divided by that of all leads; both for opportunities and for deals.',
  leftOut:
    'Leads too young for the window; attributes that are filled in after the lead has entered. It shows what goes together, not what causes it.',
  measure: 'ratio',
  better: 'neither',
  subject: 'the lift',
};

/** How much an attribute as a whole tells leads that convert from those that do not. */
export const informationValue: Metric = {
  id: 'information_value',
  label: 'Information value',
  question: 'Which attribute tells most about whether a lead converts?',
  definition:
    'The sum over the levels of an attribute of the difference between its share of the converted and of the others, times the logarithm of their ratio; 0 where the attribute tells nothing.',
  leftOut:
    'The same as for the lift. Above 0.8 the attribute is probably filled in after conversion and its value is a warning.',
  measure: 'ratio',
  better: 'neither',
  subject: 'the information value',
};
