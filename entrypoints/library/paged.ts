import { signal } from '@preact/signals';
import type { Paged } from '../../components/library/model.ts';
import { problemOf } from './problem.ts';

type Ask<Item> = (bookmark: string | undefined) => Promise<{ items: Item[]; bookmark?: string }>;

/** A list from the worker, page after page, in this page's memory only. A list begun anew forgets the one before. */
export function createPaged<Item>() {
  const list = signal<Paged<Item>>({ items: [], state: 'done' });
  let ask: Ask<Item> | undefined;
  let bookmark: string | undefined;
  let turn = 0;

  async function more(): Promise<void> {
    const { items, state } = list.value;
    if (!ask || (state !== 'idle' && state !== 'failed')) return;
    const mine = turn;
    list.value = { items, state: 'loading' };
    try {
      const page = await ask(bookmark);
      if (mine !== turn) return;
      bookmark = page.bookmark;
      list.value = { items: [...list.value.items, ...page.items], state: bookmark ? 'idle' : 'done' };
    } catch (error) {
      if (mine === turn) list.value = { items: list.value.items, state: 'failed', problem: problemOf(error) };
    }
  }

  return {
    list,
    more,
    /** Begins a list; gives when its first page is there. */
    begin(next: Ask<Item>): Promise<void> {
      turn++;
      ask = next;
      bookmark = undefined;
      list.value = { items: [], state: 'idle' };
      return more();
    },
    /** Reads on until the list ends or a page fails. */
    async all(): Promise<void> {
      const mine = turn;
      while (mine === turn && list.value.state === 'idle') await more();
    },
    change(edit: (items: readonly Item[]) => readonly Item[]): void {
      list.value = { ...list.value, items: edit(list.value.items) };
    },
    clear(): void {
      turn++;
      ask = undefined;
      list.value = { items: [], state: 'done' };
    },
  };
}
