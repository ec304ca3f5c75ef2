import type { CrmFormat } from '../../crm/crm-format.ts';
import { missingFields, ownFormat, ownTable, type Assigned, type OwnKind } from '../../crm/own-table.ts';
import { crmFormats } from '../../crm/registry.ts';
import type { Draft } from '../../queries/session.ts';

/** What a person says of a file of no known kind. */
export interface OwnFile {
  readonly kind: OwnKind;
  readonly assigned: Assigned;
}

/** What a person has changed and not used yet. */
export interface MappingEdits {
  /** Changed formats by their id. */
  readonly formats: Readonly<Record<string, CrmFormat>>;
  /** Own tables by the name of their file. */
  readonly own: Readonly<Record<string, OwnFile>>;
}

export const noEdits: MappingEdits = { formats: {}, own: {} };

/** Whether anything would be read otherwise. */
export const isEdited = ({ formats, own }: MappingEdits): boolean =>
  Object.keys(formats).length > 0 ||
  Object.values(own).some(({ kind, assigned }) => missingFields(kind, assigned).length === 0);

/** The format of an id as it would be: changed, else in force, else known. */
export const formatOf = (id: string, draft: Draft, edits: MappingEdits): CrmFormat | null =>
  edits.formats[id] ??
  draft.mappings.find((format) => format.id === id) ??
  crmFormats.find((format) => format.id === id) ??
  null;

/** The mappings a draft would be read under, the changed ones in their place. */
export const editedMappings = (draft: Draft, edits: MappingEdits): readonly CrmFormat[] => {
  const formats = new Map(draft.mappings.map((format) => [format.id, format]));
  for (const format of Object.values(edits.formats)) formats.set(format.id, format);
  const tables = Object.entries(edits.own).flatMap(([name, { kind, assigned }]) =>
    missingFields(kind, assigned).length === 0 ? [ownTable(name, kind, assigned)] : [],
  );
  if (tables.length > 0) {
    const own = formats.get('own-tables') ?? ownFormat([]);
    const others = own.tables.filter(({ name }) => !tables.some((table) => table.name === name));
    formats.set(own.id, { ...own, tables: [...others, ...tables] });
  }
  return [...formats.values()];
};

/** Edits with one format changed. */
export const editFormat = (edits: MappingEdits, format: CrmFormat): MappingEdits => ({
  ...edits,
  formats: { ...edits.formats, [format.id]: format },
});

/** Edits with what is said of one own file. */
export const editOwn = (edits: MappingEdits, file: string, own: OwnFile): MappingEdits => ({
  ...edits,
  own: { ...edits.own, [file]: own },
});

/** A header means one field at most, and a field is read from one header. */
export const assign = (assigned: Assigned, header: string, field: string | null): Assigned => {
  const others = Object.entries(assigned).filter(([name, one]) => one !== header && name !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, header]]);
};
