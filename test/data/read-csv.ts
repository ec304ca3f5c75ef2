/** A row by header. Rows of the wrong width keep the cells that have a header. */
export type Row = Readonly<Record<string, string>>;

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
}

/** Reads a file in which every cell is in double quotes; anything else is an error. */
export function readCsv(text: string): Table {
  const [headers = [], ...lines] = readLines(text);
  return {
    headers,
    rows: lines.map((cells) =>
      Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
    ),
    widths: lines.map((cells) => cells.length),
  };
}

function readLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length;) {
    if (text[at] !== '"') throw new Error(`No opening quote at character ${at}.`);
    let end = text.indexOf('"', at + 1);
    let isEscaped = false;
    while (text[end + 1] === '"') {
      isEscaped = true;
      end = text.indexOf('"', end + 2);
    }
    const cell = text.slice(at + 1, end);
    line.push(isEscaped ? cell.replaceAll('""', '"') : cell);
    const mark = text[end + 1];
    if (mark !== ',' && mark !== '\n')
      throw new Error(`Neither comma nor line feed at character ${end + 1}.`);
    if (mark === '\n') {
      lines.push(line);
      line = [];
    }
    at = end + 2;
  }
  return lines;
}
