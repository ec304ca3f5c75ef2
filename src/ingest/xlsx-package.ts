import { cellKinds } from './cell-kinds.ts';
import { sharedStrings } from './shared-strings.ts';
import type { SheetData } from './sheet-rows.ts';
import { scanSheet } from './sheet-xml.ts';
import type { StoredFile } from './stored-zip.ts';
import { behindRoot, mainNamespace, tagsOf } from './xml-tags.ts';

type Parts = ReadonlyMap<string, StoredFile>;

/** The texts of a sheet, with the name people gave it. */
export interface NamedSheet {
  readonly sheet: string;
  readonly data: SheetData<string>;
}

const formats = 'http://schemas.openxmlformats.org';
const officeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const workbookTypes: ReadonlySet<string> = new Set([
  `${officeType}.sheet.main+xml`,
  `${officeType}.template.main+xml`,
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
]);
const sheetRelation = `${formats}/officeDocument/2006/relationships/worksheet`;
const workbookPart = '/xl/workbook.xml';

/** What a part says; null where there is none or its letters are damaged. */
const partText = (parts: Parts, name: string): string | null => {
  const part = parts.get(name);
  if (part === undefined) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part.bytes);
  } catch {
    return null;
  }
};

/** The one part of a type, read; what stands in for it where there is none, and null where it is not as usual. */
const onlyPart = <Read>(
  parts: Parts,
  names: readonly string[],
  read: (xml: string) => readonly Read[] | null,
): readonly Read[] | null => {
  const [name, another] = names;
  if (name === undefined) return [];
  const xml = another === undefined ? partText(parts, name.slice(1)) : null;
  return xml === null ? null : read(xml);
};

/** The part of each sheet by the id of its relation. */
const sheetParts = (xml: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const relation of tagsOf(xml, 'Relationship')) {
    const target = relation.get('Target') ?? '';
    if (relation.get('Type') === sheetRelation && relation.get('TargetMode') !== 'External')
      found.set(relation.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return found;
};

const isForeign = (name: string): boolean => /^meta-inf\/|^objectdata\.xml$/i.test(name);

/**
 * The sheets of an Excel workbook by our own reader, several times as fast as one for all kinds. Null for a workbook
 * that is not written as the usual programs do: a part missing or elsewhere, the strict form, prefixes, faults.
 */
export const readXlsxPackage = (parts: Parts): readonly NamedSheet[] | null => {
  const types = partText(parts, '[Content_Types].xml');
  const book = partText(parts, workbookPart.slice(1));
  const relations = partText(parts, 'xl/_rels/workbook.xml.rels');
  if (types === null || book === null || relations === null) return null;
  if ([types, book, relations].some((xml) => xml.includes('<!')) || [...parts.keys()].some(isForeign))
    return null;
  if (
    behindRoot(types, 'Types', `${formats}/package/2006/content-types`) < 0 ||
    behindRoot(book, 'workbook', mainNamespace) < 0 ||
    behindRoot(relations, 'Relationships', `${formats}/package/2006/relationships`) < 0
  )
    return null;
  const overrides = tagsOf(types, 'Override');
  const namesOf = (isWanted: (type: string) => boolean): readonly string[] =>
    overrides
      .filter((part) => isWanted(part.get('ContentType') ?? ''))
      .map((part) => part.get('PartName') ?? '');
  if (namesOf((type) => workbookTypes.has(type)).join('\n') !== workbookPart) return null;
  const texts = onlyPart(
    parts,
    namesOf((type) => type === `${officeType}.sharedStrings+xml`),
    sharedStrings,
  );
  const kinds = onlyPart(
    parts,
    namesOf((type) => type === `${officeType}.styles+xml`),
    cellKinds,
  );
  if (texts === null || kinds === null) return null;
  const is1904 = ['1', 'true'].includes(tagsOf(book, 'workbookPr')[0]?.get('date1904') ?? '');
  const places = sheetParts(relations);
  const sheets: NamedSheet[] = [];
  for (const entry of tagsOf(book, 'sheet')) {
    const sheet = entry.get('name');
    const relation = [...entry.keys()].find((key) => key.endsWith(':id')) ?? '';
    const xml = partText(parts, places.get(entry.get(relation) ?? '') ?? '');
    const data = xml === null ? null : scanSheet(xml, { texts, kinds, is1904 });
    if (sheet === undefined || data === null || sheets.some((other) => other.sheet === sheet)) return null;
    sheets.push({ sheet, data });
  }
  return sheets.length === 0 ? null : sheets;
};
