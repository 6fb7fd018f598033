/** Pictures and a PDF made on the spot, so that the gallery needs no file and no network. */

/**
 * What a hostile file may carry: a script that runs when it is opened, and a link over the whole page. The test of the
 * gallery proves that neither does anything.
 */
const TRAPS = {
  catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
  page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /Border [0 0 0] /A << /S /URI /URI (https://example.invalid/) >> >>]',
} as const;

/** A small PDF of plain text in Helvetica: one list of lines a page. Everything in it is ASCII. */
function makePdf(pages: readonly (readonly string[])[]): Blob {
  const escape = (text: string): string => text.replaceAll(/[\\()]/g, String.raw`\$&`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${TRAPS.catalog} >>`,
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const kids: string[] = [];
  for (const lines of pages) {
    const [first = '', ...rest] = lines;
    const text = [
      `BT /F 15 Tf 56 770 Td (${escape(first)}) Tj ET`,
      ...rest.map((line, index) => `BT /F 10 Tf 56 ${738 - index * 20} Td (${escape(line)}) Tj ET`),
      ...rest.map((_, index) => `0.88 G 56 ${731 - index * 20} m 539 ${731 - index * 20} l S`),
    ].join('\n');
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${TRAPS.page} /Resources << /Font << /F 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Blob([`${body}xref\n0 ${size}\n0000000000 65535 f \n${entries}${trailer}`], { type: 'application/pdf' });
}

/** A sheet of the sample report. */
export const samplePdf = (): Blob =>
  makePdf([
    [
      'Fire services, monthly',
      'AUD-2026-0460   Northgate Hospital, block C   31 Oct 2026',
      '2.1   Panel shows normal, no isolations without a permit      Pass',
      '2.2   Zone chart at the panel matches the as-built      Fail',
      '3.1   EL-27 holds 90 minutes      Fail, 41 min',
    ],
    [
      '5   Sprinklers',
      '5.1   Control valves locked open and labelled      Pass',
      '5.3   Flow switch signals panel within 60 s      Fail, critical',
      '5.5.1   Replacement head has the same K factor and rating      Fail, critical',
    ],
    ['6   Sign-off', '6.1   Walked through with the client      Pass'],
  ]);

const scenes = [
  ['#c9cdd1', '#8a2f2a'],
  ['#d6d3cb', '#4a5a66'],
  ['#b9c2c4', '#6b5f4f'],
  ['#cfc8bd', '#3f4a3f'],
] as const;

async function draw(width: number, height: number, paint: (context: OffscreenCanvasRenderingContext2D) => void) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context !== null) paint(context);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A picture by its name: `photo-N` a wall with a pipe on it, `signature-N` a stroke of ink. */
export function makePicture(name: string): Promise<Blob> {
  const seed = Number(name.split('-')[1] ?? 0);
  if (name.startsWith('signature')) {
    return draw(344, 96, (context) => {
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, 344, 96);
      context.strokeStyle = '#16191d';
      context.lineWidth = 4;
      context.lineCap = 'round';
      context.beginPath();
      context.moveTo(24, 66);
      for (let step = 1; step < 9; step += 1) {
        const x = 24 + step * 34;
        context.quadraticCurveTo(x - 20, 20 + ((step * 31 * seed) % 40), x, 50 + ((step * 17 * seed) % 26));
      }
      context.stroke();
    });
  }
  const [wall, pipe] = scenes[seed % scenes.length] ?? scenes[0];
  return draw(640, 480, (context) => {
    const light = context.createLinearGradient(0, 0, 640, 480);
    light.addColorStop(0, wall);
    light.addColorStop(1, '#8d9499');
    context.fillStyle = light;
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = pipe;
    context.fillRect(120 + seed * 60, 0, 44, 480);
    context.fillRect(0, 250 - seed * 20, 640, 30);
    context.fillStyle = '#22262b';
    context.fillRect(250, 140, 130, 100);
  });
}
