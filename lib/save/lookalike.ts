import type { Print } from './job.ts';
import type { ListedPin } from './ports.ts';
import { hashText } from './print.ts';

/** Fields whose words Pinterest was seen to change, so that they say nothing about a pin. */
export type Rewritten = ReadonlySet<TextField>;
export type TextField = 'link' | 'title' | 'description';

const aspectTolerance = 0.02;
const textFields = ['link', 'title', 'description'] as const;

/**
 * Whether two prints could be the same save. It must hold for a pin and its own job whatever Pinterest does to the
 * pin, and be the same relation between two jobs, because one count is taken from the other.
 */
export function looksAlike(one: Print, other: Print, rewritten: Rewritten): boolean {
  if (!sameAspect(one, other)) return false;
  if (one.parentPinId !== undefined || other.parentPinId !== undefined) return one.parentPinId === other.parentPinId;
  const same = (field: TextField) => rewritten.has(field) || one[field] === other[field];
  const tells = (field: TextField) => !rewritten.has(field) && one[field] !== '';
  if (tells('link') && same('link')) return true;
  const sameWords = same('title') && same('description');
  return sameWords && (tells('title') || tells('description') || same('link'));
}

/**
 * Whether one could be the other after somebody changed it: Pinterest its texts, a person some of them, or the page told
 * the picture's size wrongly. Not all of that at once.
 */
export function couldBecome(one: Print, other: Print): boolean {
  return sameAspect(one, other) || sharesWords(one, other);
}

/** Whether a text that tells is the same in both. */
export function sharesWords(one: Print, other: Print): boolean {
  return textFields.some((field) => one[field] !== '' && one[field] === other[field]);
}

/**
 * Whether a pin could be a save's only if a person changed it: it has none of its words, though one tells that Pinterest
 * was only ever seen to keep (`kept`).
 */
export function isForeign(wanted: Print, other: Print, kept: ReadonlySet<TextField>): boolean {
  // A saved Pin keeps its own text.
  if (wanted.parentPinId !== undefined || sharesWords(wanted, other)) return false;
  return textFields.some((field) => wanted[field] !== '' && kept.has(field));
}

function sameAspect(one: Print, other: Print): boolean {
  return one.aspect === 0 || other.aspect === 0 || Math.abs(one.aspect / other.aspect - 1) <= aspectTolerance;
}

/** The print of a pin on a board. */
export function printOfPin(pin: ListedPin, withParent: boolean): Print {
  return {
    link: hashText(pin.link),
    title: hashText(pin.title),
    description: hashText(pin.description),
    aspect: pin.aspect,
    ...(withParent && pin.parentPinId !== undefined ? { parentPinId: pin.parentPinId } : {}),
  };
}

/** The fields of a pin that came back otherwise than they were sent. */
export function rewrittenFields(sent: Print, pin: ListedPin): TextField[] {
  const got = printOfPin(pin, false);
  return textFields.filter((field) => got[field] !== sent[field]);
}

/** The texts of a pin that came back as they were sent. */
export function keptFields(sent: Print, pin: ListedPin): TextField[] {
  const got = printOfPin(pin, false);
  return textFields.filter((field) => sent[field] !== '' && got[field] === sent[field]);
}
