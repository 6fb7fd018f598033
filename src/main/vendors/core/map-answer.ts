import { z } from 'zod';
import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import { VENDOR_NAMES, type Vendor } from '../../../shared/model/vendor.ts';
import { VendorError } from './vendor-error.ts';

/** How a vendor's map refuses what is not the answer its document promises. */
interface AnswerMapping {
  /** The answer to `operation` has another form than documented, at `place`. */
  readonly unexpectedAnswer: (operation: string, place: string) => VendorError;
  /** Runs a mapping; an answer of another form than the document's becomes VendorError `unexpected-answer`. */
  readonly mapOrRefuse: <Result>(operation: string, map: () => Result) => Result;
}

/** The refusals of one vendor's maps, under the name its errors call it by. */
export function answerMapping(vendor: Vendor, name: string = VENDOR_NAMES[vendor]): AnswerMapping {
  const unexpectedAnswer: AnswerMapping['unexpectedAnswer'] = (operation, place) =>
    new VendorError({
      code: 'unexpected-answer',
      message: `${name}’s answer has another form than documented, at ${place}.`,
      vendor,
      operation,
      status: 200,
      sent: 'yes',
    });
  return {
    unexpectedAnswer,
    mapOrRefuse: (operation, map) => {
      try {
        return map();
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        throw unexpectedAnswer(operation, error.issues[0]?.path.map(String).join('.') || 'the whole answer');
      }
    },
  };
}

/** A record of which the vendor says no more than its id and title. */
export const EMPTY_FIELDS = {
  number: null,
  status: null,
  priority: null,
  project: null,
  parent: null,
  dueAt: null,
  dueKind: null,
  dueZone: null,
  createdAt: null,
  updatedAt: null,
  score: null,
  people: [],
  text: '',
} as const satisfies Partial<MappedRecord>;

/** The texts that say something, each once, joined. */
export const joinTexts = (parts: readonly (string | null)[], between = '\n'): string =>
  [...new Set(parts.filter((part) => part !== null && part !== ''))].join(between);
