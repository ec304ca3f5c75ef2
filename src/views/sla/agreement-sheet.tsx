import type {
  AgreementPiece,
  AgreementSection,
  AgreementTable,
  AgreementText,
} from '../../sentences/agreement/agreement-pieces.ts';

/** The text of an agreement as a sheet of paper, in its own language. */
export function AgreementSheet({ text }: { readonly text: AgreementText }) {
  const { language, title, opening, sections, seal } = text;
  return (
    <article className="sheet" lang={language} aria-label={title}>
      <h3 className="sheet-title">{title}</h3>
      <p>{opening}</p>
      <div className="sheet-body">
        {sections
          .filter(({ part }) => part !== 'annex')
          .map((section) => (
            <Section key={section.part} section={section} />
          ))}
      </div>
      {seal !== null && <p className="sheet-seal">{seal}</p>}
      {sections
        .filter(({ part }) => part === 'annex')
        .map((section) => (
          <Section key={section.part} section={section} />
        ))}
    </article>
  );
}

function Section({ section }: { readonly section: AgreementSection }) {
  const { part, heading, pieces } = section;
  return (
    <section className={part === 'annex' ? 'sheet-part sheet-annex' : 'sheet-part'}>
      <h4>{heading}</h4>
      {pieces.map((piece) => (
        <Piece key={JSON.stringify(piece)} piece={piece} name={heading} />
      ))}
    </section>
  );
}

function Piece({ piece, name }: { readonly piece: AgreementPiece; readonly name: string }) {
  switch (piece.kind) {
    case 'paragraph':
      return <p>{piece.text}</p>;
    case 'list':
      return (
        <ul>
          {piece.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <SheetTable table={piece} name={name} />;
    case 'signatures':
      return (
        <div className="sheet-sides">
          {piece.sides.map((side) => (
            <dl key={side}>
              <div>
                <dt>{side}</dt>
                <dd />
              </div>
              {piece.rows.map((row) => (
                <div key={row} className="sheet-line">
                  <dt>{row}</dt>
                  <dd />
                </div>
              ))}
            </dl>
          ))}
        </div>
      );
  }
}

function SheetTable({ table, name }: { readonly table: AgreementTable; readonly name: string }) {
  const isNumber = (index: number): string | undefined => (index < table.numbersFrom ? undefined : 'right');
  return (
    <section className="table-scroll" aria-label={name} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {table.head.map((label, index) => (
              <th key={label} scope="col" className={isNumber(index)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <tr key={cells.join('\n')}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={table.head[index]} scope="row">
                    <bdi>{cell}</bdi>
                  </th>
                ) : (
                  <td key={table.head[index]} className={isNumber(index)}>
                    <bdi>{cell}</bdi>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
