import { expect, test } from 'vitest';
import { job as anyJob } from '../../tests/store/contract.ts';
import { decide, type Evidence, findPin, foreignPins } from './decide.ts';
import type { Job } from './job.ts';
import type { ListedPin } from './ports.ts';
import { hashText } from './print.ts';
import { runOf } from './run.ts';

const second = 1_000;
const start = Date.UTC(2026, 0, 1);

function job(id: string, changes: Partial<Job> = {}): Job {
  return anyJob(id, {
    state: 'saved',
    print: { link: hashText('https://a.test/'), title: hashText('Cake'), description: '', aspect: 1.5 },
    firstSentServerMs: start,
    sentServerMs: start,
    settledServerMs: start + second,
    ...changes,
  });
}

const lost = job('lost', { state: 'unknown', lostServerMs: start + second, losses: 1 });

function pin(id: string, changes: Partial<ListedPin> = {}): ListedPin {
  const texts = { title: 'Cake', description: '', link: 'https://a.test/' };
  return { id, createdServerMs: start, ...texts, aspect: 1.5, pictureUrl: '', isOwner: true, ...changes };
}

/** Five readings and 40 seconds after the loss, unless told otherwise. */
function seen(pins: ListedPin[], others: Job[] = [], changes: Partial<Evidence> = {}): Evidence {
  const wanted = changes.job ?? lost;
  return {
    job: wanted,
    run: runOf(wanted, others),
    pins,
    isComplete: true,
    claimedPins: new Set(),
    claimedJobs: new Set(),
    rewritten: new Set(),
    kept: new Set(),
    foreign: new Set(),
    nowServerMs: start + 40 * second,
    looks: 5,
    ...changes,
  };
}

const stranger = pin('9', { title: 'Edited', link: 'https://edited.test/' });
/** Pinterest keeps links and titles, and the stranger was seen when it was new. */
const told = { kept: new Set(['link', 'title'] as const), foreign: new Set(['9']) };
const early = { nowServerMs: start + 5 * second, looks: 1 };
const before = job('before', { firstSentServerMs: start - 9 * second, settledServerMs: start - 8 * second });

test.each<[string, Evidence, string]>([
  ['a look-alike that no job accounts for is ours', seen([pin('1')], [], early), 'saved'],
  ['nothing there before the settle time is over leaves it open', seen([], [], early), 'open'],
  ['nothing there in two readings leaves it open', seen([], [], { looks: 2 }), 'open'],
  ['nothing there in the end is absent', seen([]), 'absent'],
  ['an incomplete reading tells nothing', seen([], [], { isComplete: false }), 'in-doubt'],
  ['after an hour an empty board tells nothing', seen([], [], { nowServerMs: start + 3_700 * second }), 'in-doubt'],
  ['after an hour a pin still tells', seen([pin('1')], [], { nowServerMs: start + 3_700 * second }), 'saved'],
  ['a look-alike that a receipt claims is not ours', seen([pin('1')], [], { claimedPins: new Set(['1']) }), 'absent'],
  [
    'a look-alike that an earlier job accounts for is not ours',
    seen([pin('1', { createdServerMs: start - 8 * second })], [before]),
    'absent',
  ],
  ['two look-alikes and one earlier job: one is ours', seen([pin('1'), pin('2')], [before], early), 'saved'],
  ['fewer look-alikes than jobs add up to nothing', seen([], [before]), 'in-doubt'],
  [
    'a look-alike newer than the attempt is not the earlier job’s, whose own was removed',
    seen([pin('1', { createdServerMs: start + second })], [before]),
    'in-doubt',
  ],
  ['a pin that could be ours after an edit is in the way', seen([stranger]), 'in-doubt'],
  ['a pin that had none of our words when it was new is not in the way', seen([stranger], [], told), 'absent'],
  ['seen too late, it is', seen([stranger], [], { ...told, foreign: new Set() }), 'in-doubt'],
  [
    'where Pinterest is not known to keep any text, it is',
    seen([stranger], [], { ...told, kept: new Set() }),
    'in-doubt',
  ],
  [
    'two strangers are in the way when one was seen when it was new',
    seen([stranger, { ...stranger, id: '10' }], [], told),
    'in-doubt',
  ],
  [
    'a stranger that looks like another job is that job’s',
    seen(
      [stranger, { ...stranger, id: '10', title: 'Pie', link: 'https://pie.test/' }],
      [job('pie', { print: { ...lost.print, title: hashText('Pie'), link: hashText('https://pie.test/') } })],
      told,
    ),
    'absent',
  ],
  ['a pin of another shape with other words cannot be ours', seen([{ ...stranger, aspect: 0.7 }]), 'absent'],
  [
    'a stranger older than the attempt cannot be ours',
    seen(
      [{ ...stranger, createdServerMs: start - 11 * second }],
      [before, job('b', { firstSentServerMs: start - 20 * second })],
      { claimedJobs: new Set(['before', 'b']) },
    ),
    'absent',
  ],
  ['a pin of somebody else on the board does not count', seen([pin('1', { isOwner: false })]), 'absent'],
  ['a look-alike in doubt makes later ones doubtful', seen([], [{ ...before, state: 'in-doubt' }]), 'in-doubt'],
  [
    'the pin of an undone look-alike may still show',
    seen([pin('1', { createdServerMs: start - 8 * second })], [{ ...before, state: 'undone' }], early),
    'open',
  ],
  [
    'a pin older than the attempt is never ours',
    seen(
      [pin('1', { createdServerMs: start - 15 * second })],
      [job('b', { firstSentServerMs: start - 20 * second, print: { ...lost.print, title: 'x', link: 'y' } })],
    ),
    'in-doubt',
  ],
])('%s', (_name, evidence, verdict) => {
  expect(decide(evidence).is).toBe(verdict);
});

test('the newest look-alike is taken for the receipt', () => {
  const pins = [pin('2', { createdServerMs: start + second }), pin('1')];
  expect(decide(seen(pins, [before]))).toMatchObject({ is: 'saved', pin: { id: '2' } });
});

test('a pin is named only when no other could be it', () => {
  expect(findPin(seen([pin('1')]))?.id).toBe('1');
  expect(findPin(seen([pin('1'), pin('2')]))).toBeUndefined();
  expect(findPin(seen([pin('1')], [before]))).toBeUndefined();
  expect(findPin(seen([pin('1')], [], { isComplete: false }))).toBeUndefined();
});

test('foreign is what says nothing of ours, and was made within the last ten seconds', () => {
  const looked = (pins: ListedPin[], nowServerMs: number) => foreignPins({ job: lost, pins, nowServerMs });
  expect(looked([stranger], start + 10 * second)).toEqual(['9']);
  expect(looked([stranger], start + 11 * second)).toEqual([]);
  expect(looked([{ ...stranger, title: 'Cake' }, pin('1')], start + second)).toEqual([]);
});
