import { fileNameOf } from './file-name-of.ts';
import { standaloneSvg, type StandaloneSvg } from './standalone-svg.ts';

/** The forms a chart can be saved in. */
export type ChartFileKind = 'svg' | 'png';

/** Pixels of the picture for each pixel of the page. */
const PNG_SCALE = 2;

/**
 * Saves the drawing inside an element as a file named after its title, by the browser's own download.
 *
 * @throws {Error} where there is no drawing, or the browser cannot paint it as a picture.
 */
export async function saveChart(
  holder: Element,
  kind: ChartFileKind,
  title: string,
  summary: string,
): Promise<void> {
  const chart = holder.querySelector('svg');
  if (!chart) throw new Error('There is no drawing to save.');
  const svg = standaloneSvg(chart, title, summary);
  const blob = kind === 'svg' ? svgBlob(svg) : await pngBlob(svg);
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = fileNameOf(title, kind);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function svgBlob({ text }: StandaloneSvg): Blob {
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: 'image/svg+xml' });
}

async function pngBlob(svg: StandaloneSvg): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width * PNG_SCALE;
    canvas.height = svg.height * PNG_SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot paint a picture.');
    context.scale(PNG_SCALE, PNG_SCALE);
    context.drawImage(image, 0, 0, svg.width, svg.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture came out empty.'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
