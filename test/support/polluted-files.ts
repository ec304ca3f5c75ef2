/** How a table is written down: what separates, ends, protects and escapes its cells. */
export interface Writing {
  readonly delimiter: string;
  readonly end: string;
  readonly quote: string;
  readonly escape: string;
}

/** A polluted file, and what a reader should make of it. `share` is how many of the surveyed real files had the pollution. */
export interface PollutedFile {
  readonly family: string;
  readonly name: string;
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly share: number;
}

interface Cell {
  readonly value: string;
  readonly isQuoted: boolean;
}

type Line = readonly Cell[];

const usual: Writing = { delimiter: ',', end: '\r\n', quote: '"', escape: '"' };

const names = ['DAY', 'HOUR', 'CALLS', 'LEADID', 'Value', 'Campaign', 'Conversation', 'Page', 'Remark'];

const campaigns = [
  "Children's Fair",
  'Autumn Letter, North',
  'Partner',
  'Screen 27"',
  "Men's Club, Evening",
  'Harbour Days, Flag',
  'Referral',
  "Writers' Lunch",
];

const conversations = [
  'Asked for a price list and for two weeks to think; wants to hear from us again before the end of the month.',
  'Met at the stand, took the leaflet, the sample and the card. Very open, likes the new colour.',
  "Doesn't decide alone, so we'll write to the board; the next meeting is in the spring, not before.",
  'Compared us with two others, and said our model was the better one of the three.',
  'Has a small shop in the old town with four people, all of them on the phone most of the day.',
];

const rowCells = (index: number): Line => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const campaign = campaigns[(index * 5) % campaigns.length] ?? '';
  return [
    { value: `${two(13 + (index % 15))}/${two(1 + (index % 9))}/2024`, isQuoted: false },
    { value: `${two(8 + (index % 10))}:${two((index * 15) % 60)}`, isQuoted: false },
    { value: String((index * 7) % 31), isQuoted: false },
    { value: `L${['A', 'K', 'R'][index % 3] ?? ''}-${4000 + index * 37}`, isQuoted: false },
    { value: `$${(index * 31) % 97}.${10 + (index % 80)}`, isQuoted: false },
    { value: campaign, isQuoted: /[",]/.test(campaign) },
    { value: conversations[(index * 3) % conversations.length] ?? '', isQuoted: true },
    { value: `https://www.example.com/lead/${4000 + index * 37}.html`, isQuoted: true },
    { value: '', isQuoted: false },
  ];
};

const header: Line = names.map((value, column) => ({ value, isQuoted: column === 6 || column === 7 }));
const rowCount = 83;
const source: readonly Line[] = [header, ...Array.from({ length: rowCount }, (_, index) => rowCells(index))];

const cellText = ({ value, isQuoted }: Cell, { quote, escape }: Writing): string => {
  const text = value.replaceAll('"', quote === '"' ? escape + quote : '"');
  return isQuoted ? quote + text + quote : text;
};

const lineText = (line: Line, writing: Writing, between = writing.delimiter): string =>
  line.map((cell) => cellText(cell, writing)).join(between);

const fileText = (lines: readonly Line[], writing: Writing = usual): string =>
  lines.map((line) => lineText(line, writing) + writing.end).join('');

const valuesOf = (line: Line): readonly string[] => line.map(({ value }) => value);
const bare = (values: readonly string[]): Line =>
  values.map((value) => ({ value, isQuoted: value.includes(',') || value.includes('"') }));

const rows = source.slice(1).map(valuesOf);
const whole = { header: names, rows } as const;

const file = (
  family: string,
  share: number,
  text: string,
  expected: Pick<PollutedFile, 'header' | 'rows'> = whole,
  name = family,
): PollutedFile => ({ family, name, share, text, ...expected });

const written = (difference: Partial<Writing>): string => fileText(source, { ...usual, ...difference });

/** A second table below the first, with as many columns as given. */
const twoTables = (columns: number): Pick<PollutedFile, 'text' | 'header' | 'rows'> => {
  const second = source.map((line, row) =>
    columns > line.length
      ? [...line, { value: row === 0 ? 'col1' : '', isQuoted: false }]
      : line.slice(0, columns),
  );
  return {
    text: fileText([...source, ...second]),
    header: names,
    rows: [...rows, ...second.slice(1).map(valuesOf)],
  };
};

const fileLevel = (): readonly PollutedFile[] => {
  const twice = names.map((name) => `${name} ${name}`);
  const thrice = names.map((name) => `${name} ${name} ${name}`);
  const table = (columns: number, word: string): PollutedFile => {
    const { text, ...expected } = twoTables(columns);
    return file(`several tables, ${word}`, 62.7, text, expected);
  };
  return [
    file('clean', 1, fileText(source)),
    file('no content', 15, '', { header: [], rows: [] }),
    file('no line end at the end', 184, fileText(source).slice(0, -2)),
    file('two line ends at the end', 5, `${fileText(source)}\r\n`),
    file('no header', 470, fileText(source.slice(1)), { header: [], rows }),
    file('header of two lines', 47, fileText([header, ...source]), { header: twice, rows }),
    file('header of three lines', 47, fileText([header, header, ...source]), { header: thrice, rows }),
    file(
      'preamble',
      282,
      fileText([bare(['LIST', ...names.slice(1).map(() => '')]), bare(names.map(() => '')), ...source]),
    ),
    table(8, 'narrower'),
    table(9, 'as wide'),
    table(10, 'wider'),
    file('header alone', 3, fileText([header]), { header: names, rows: [] }),
    file('one row', 4, fileText(source.slice(0, 2)), { header: names, rows: rows.slice(0, 1) }),
    file('lines end with CR', 7, written({ end: '\r' })),
    file('lines end with LF', 1691, written({ end: '\n' })),
    file('tabs', 4, written({ delimiter: '\t' })),
    file('semicolons', 834, written({ delimiter: ';' })),
    file('spaces', 4, written({ delimiter: ' ' })),
    file('commas and spaces', 101, written({ delimiter: ', ' })),
    file('apostrophes as marks', 11, written({ quote: "'" })),
    file('backslash as escape', 1, written({ escape: '\\' })),
    file('no escape', 7, written({ escape: '' })),
  ];
};

const withLine = (at: number, text: string): string =>
  source.map((line, index) => (index === at ? text : lineText(line, usual)) + usual.end).join('');

const rowLevel = (): readonly PollutedFile[] =>
  source.flatMap((line, at) => {
    const where = at === 0 ? 'header' : 'row';
    const cells = line.map((cell) => cellText(cell, usual));
    const fates = names.flatMap((_, column) => {
      const place = `line ${at}, column ${column}`;
      const marked = source.map((other, row) =>
        other.map(({ value }, index) => (row === at && index === column ? `"${value}` : value)),
      );
      const mark = cells.with(column, (cells[column] ?? '').replace(/^("?)/, '$1"')).join(',');
      return [
        file(
          `delimiter too many in a ${where}`,
          0.368,
          withLine(at, [...cells.slice(0, column), '', ...cells.slice(column)].join(',')),
          whole,
          place,
        ),
        ...(column === 0
          ? []
          : [
              file(
                `delimiter too few in a ${where}`,
                0.368,
                withLine(at, `${cells.slice(0, column).join(',')}${cells.slice(column).join(',')}`),
                whole,
                place,
              ),
            ]),
        file(
          `mark too many in a ${where}`,
          0.00926,
          withLine(at, mark),
          { header: marked[0] ?? [], rows: marked.slice(1) },
          place,
        ),
      ];
    });
    return [
      ...fates,
      file(
        `other delimiter in a ${where}`,
        0.0833,
        withLine(at, lineText(line, usual, ' ')),
        whole,
        `line ${at}`,
      ),
    ];
  });

/**
 * One table of ours in all the pollutions that the survey of Vitagliano, Hameed, Jiang, Reisener, Wu and Naumann found in
 * real files (Pollock: A Data Loading Benchmark, PVLDB 16, 2023): 22 of whole files, and each of the others in every row
 * and column.
 */
export const pollutedFiles = (): readonly PollutedFile[] => [...fileLevel(), ...rowLevel()];
