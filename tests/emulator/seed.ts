import * as z from 'zod/mini';
import type { Board, Pin, Section } from './state.ts';
import type { World } from './world.ts';

const Environment = z.enum(['production', 'sandbox']);

/** Boards, sections, pins and accounts to have from the start. */
export const Seed = z.strictObject({
  accounts: z.optional(
    z.array(z.strictObject({ username: z.string(), account_type: z.optional(z.enum(['PINNER', 'BUSINESS'])) })),
  ),
  signedInAs: z.optional(z.string()),
  boards: z.optional(
    z.array(
      z.strictObject({
        name: z.string(),
        environment: z.optional(Environment),
        account: z.optional(z.string()),
        description: z.optional(z.string()),
        privacy: z.optional(z.enum(['PUBLIC', 'PROTECTED', 'SECRET'])),
        pinOrder: z.optional(z.enum(['newest-first', 'oldest-first', 'custom'])),
        sections: z.optional(z.array(z.string())),
        /** Pins without a picture of their own, for lists. */
        pins: z.optional(
          z.array(
            z.strictObject({
              title: z.optional(z.string()),
              description: z.optional(z.string()),
              link: z.optional(z.string()),
              createdAtMs: z.optional(z.int()),
            }),
          ),
        ),
      }),
    ),
  ),
});
export type Seed = z.input<typeof Seed>;

// Seeds are visible to reads that lag, too.
const ALWAYS = 0;

/** Adds the seed to the world; gives the ids made, in order. */
export function plant(world: World, input: unknown): { boards: Board[]; sections: Section[]; pins: Pin[] } {
  const seed = Seed.parse(input);
  const { state } = world;
  const nowMs = world.clock.now();
  const made: { boards: Board[]; sections: Section[]; pins: Pin[] } = { boards: [], sections: [], pins: [] };
  for (const { username, account_type = 'PINNER' } of seed.accounts ?? []) {
    state.accounts.push({ id: state.nextId('10'), username, account_type });
  }
  if (seed.signedInAs !== undefined) state.signedInAs = seed.signedInAs;
  for (const wanted of seed.boards ?? []) {
    const board: Board = {
      id: state.nextId('10'),
      account: wanted.account ?? state.signedInAs,
      environment: wanted.environment ?? 'production',
      name: wanted.name,
      description: wanted.description ?? null,
      privacy: wanted.privacy ?? 'PUBLIC',
      isAdsOnly: false,
      createdAtMs: nowMs,
    };
    state.boards.set(board.id, board, ALWAYS);
    made.boards.push(board);
    if (wanted.pinOrder) state.pinOrders.set(board.id, wanted.pinOrder);
    for (const name of wanted.sections ?? []) {
      const section: Section = { id: state.nextId('12'), boardId: board.id, name };
      state.sections.set(section.id, section, ALWAYS);
      made.sections.push(section);
    }
    for (const texts of wanted.pins ?? []) {
      const pin: Pin = { ...barePin(board, texts.createdAtMs ?? nowMs), ...given(texts), id: state.nextId('11') };
      state.pins.set(pin.id, pin, ALWAYS);
      made.pins.push(pin);
    }
  }
  return made;
}

type Texts = { title?: string | undefined; description?: string | undefined; link?: string | undefined };

function given({ title, description, link }: Texts) {
  return { title: title ?? null, description: description ?? null, link: link ?? null };
}

function barePin(board: Board, createdAtMs: number): Omit<Pin, 'id' | 'title' | 'description' | 'link'> {
  return {
    account: board.account,
    environment: board.environment,
    boardId: board.id,
    sectionId: null,
    altText: null,
    dominantColor: '#8b9d77',
    parentPinId: null,
    sourceType: 'image_url',
    isStandard: true,
    picture: null,
    pictureUrl: null,
    slots: [],
    mediaId: null,
    createdAtMs,
  };
}
