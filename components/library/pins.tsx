import { useCallback, useMemo, useState } from 'preact/hooks';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import { chosen, type Selection } from '../popup/selection.ts';
import { useWords } from '../ui/words.tsx';
import type { LibraryProps } from './library.tsx';
import { ManyBar } from './many-bar.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { PinGrid } from './pin-grid.tsx';
import { Empty, PagedEnd } from './states.tsx';

/** The pins that are open: look, choose, open one, or do something to many. */
export function Pins({ model, actions, label }: LibraryProps & { label: string }) {
  const t = useWords();
  const { list, run } = model.pins;
  const [selection, setSelection] = useState<Selection>(chosen([]));
  const [openId, setOpenId] = useState<string>();
  const byId = useMemo(() => new Map(list.items.map((pin) => [pin.id, pin])), [list.items]);
  const selected = useMemo(
    () =>
      selection.keys.flatMap((id): readonly LibraryPin[] => {
        const pin = byId.get(id);
        return pin ? [pin] : [];
      }),
    [selection.keys, byId],
  );
  const open = openId === undefined ? undefined : byId.get(openId);
  const close = useCallback(() => setOpenId(undefined), []);
  return (
    <>
      {list.items.length > 0 && (
        <PinGrid
          pins={list.items}
          isComplete={list.state === 'done'}
          label={label}
          selection={selection}
          onSelect={setSelection}
          onOpen={setOpenId}
          onNearEnd={() => list.state === 'idle' && actions.loadMorePins()}
        />
      )}
      {list.state === 'done' && list.items.length === 0 && model.route.name === 'board' && (
        <Empty title={t('library.pins.none')} text={t('library.pins.noneText')} />
      )}
      <PagedEnd list={list} onMore={actions.loadMorePins} />
      {(selected.length > 0 || run) && (
        <ManyBar
          selected={selected}
          run={run}
          model={model}
          actions={actions}
          onClear={() => setSelection(chosen([]))}
        />
      )}
      {open && <PinDialog key={open.id} pin={open} model={model} actions={actions} onClose={close} />}
    </>
  );
}
