import PdfKit from 'pdfkit';
import { toWinAnsi } from './text.ts';

/** Colours of the printed report. */
export const ink = {
  text: '#1d2126',
  soft: '#5c6570',
  rule: '#c9ced4',
  fail: '#b3261e',
  failBack: '#fbeceb',
  pass: '#1b6e43',
  bar: '#e6e9ed',
} as const;

/** How a piece of text is set. */
type TextStyle = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'right';
};

/** A4 pages written from top to bottom, in points (1/72 inch). */
export type Sheet = {
  readonly left: number;
  readonly right: number;
  /** Where the next line goes. */
  readonly y: () => number;
  /** Moves down by so many points. */
  readonly skip: (points: number) => void;
  /** Starts a new page unless so many points are left on this one. */
  readonly need: (points: number) => void;
  readonly newPage: () => void;
  /** Writes text in a column at the current height and returns how tall it is; the height stays. */
  readonly put: (text: string, x: number, width: number, style?: TextStyle) => number;
  /** Returns how tall a text would be. */
  readonly measure: (text: string, width: number, style?: TextStyle) => number;
  readonly rule: (color?: string, thickness?: number) => void;
  /** Fills a box that starts `above` points over the current height. */
  readonly box: (x: number, width: number, height: number, color: string, above?: number) => void;
  /** Puts a picture at the current height, fitted into the box. */
  readonly picture: (png: Uint8Array, x: number, width: number, height: number) => void;
  /** Writes the running heads and feet on every page and returns the finished file. */
  readonly finish: (head: { readonly left: string; readonly right: string }, foot: string) => Promise<Uint8Array>;
};

const margin = { side: 52, top: 76, bottom: 64 } as const;

/** Starts a document. The date of creation is given, not taken, so that the same report is the same file. */
export const createSheet = (about: {
  readonly title: string;
  readonly author: string;
  readonly created: Date;
}): Sheet => {
  const document = new PdfKit({
    size: 'A4',
    bufferPages: true,
    margins: { left: margin.side, right: margin.side, top: margin.top, bottom: margin.bottom },
    info: {
      Title: toWinAnsi(about.title),
      Author: toWinAnsi(about.author),
      CreationDate: about.created,
      ModDate: about.created,
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve());
    document.on('error', reject);
  });

  const left = margin.side;
  const right = document.page.width - margin.side;
  const bottom = document.page.height - margin.bottom;
  let y: number = margin.top;

  const set = ({ size = 9.5, bold = false, color = ink.text }: TextStyle): void => {
    document
      .font(bold ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(size)
      .fillColor(color);
  };
  const newPage = (): void => {
    document.addPage();
    y = margin.top;
  };
  const measure = (text: string, width: number, style: TextStyle = {}): number => {
    set(style);
    return document.heightOfString(toWinAnsi(text), { width, lineGap: 1.5 });
  };
  const lineAt = (height: number, color: string, thickness: number): void => {
    document.moveTo(left, height).lineTo(right, height).lineWidth(thickness).strokeColor(color).stroke();
  };
  const put = (text: string, x: number, width: number, style: TextStyle = {}): number => {
    const height = measure(text, width, style);
    document.text(toWinAnsi(text), x, y, { width, lineGap: 1.5, align: style.align ?? 'left' });
    return height;
  };

  return {
    left,
    right,
    y: () => y,
    skip: (points) => {
      y += points;
    },
    need: (points) => {
      if (y + points > bottom) newPage();
    },
    newPage,
    put,
    measure,
    rule: (color = ink.rule, thickness = 0.6) => lineAt(y, color, thickness),
    box: (x, width, height, color, above = 0) => {
      document.rect(x, y - above, width, height).fill(color);
    },
    picture: (png, x, width, height) => {
      document.image(Buffer.from(png), x, y, { fit: [width, height] });
    },
    finish: async (head, foot) => {
      const { start, count } = document.bufferedPageRange();
      for (let page = start; page < start + count; page += 1) {
        document.switchToPage(page);
        // Text below the margin would otherwise start a page of its own.
        document.page.margins.bottom = 0;
        y = 44;
        put(head.left, left, 250, { size: 8.5, bold: true });
        put(head.right, left + 200, right - left - 200, { size: 8.5, color: ink.soft, align: 'right' });
        lineAt(60, ink.rule, 0.6);
        y = bottom + 24;
        put(foot, left, 300, { size: 8, color: ink.soft });
        put(`${page - start + 1} of ${count}`, right - 100, 100, { size: 8, color: ink.soft, align: 'right' });
      }
      document.end();
      await ended;
      return Buffer.concat(chunks);
    },
  };
};
