import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { lazily } from '../ui/lazily.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { spokenFor } from './as-one.ts';
import { BoardPicker } from './board-picker.tsx';
import { Fields } from './fields.tsx';
import { picturesIn } from './given.ts';
import { isTooSoon } from './guard.ts';
import { Header } from './header.tsx';
import { AlsoBoards, HandOver, Linked, NewBoard, OnePin, Results, SavedBefore, Standing } from './later.ts';
import type { PopupActions, PopupModel, Remedy, RunItem } from './model.ts';
import { hasAddress } from './picture-name.ts';
import { Pictures } from './pictures.tsx';
import { Placeholder } from './placeholder.tsx';
import { SaveBar } from './save-bar.tsx';
import { savePlan } from './save-plan.ts';
import { automatic, type Selection, selectAll } from './selection.ts';
import { toggleTarget, withTarget } from './targets.ts';
import { tileStates } from './tile-states.ts';
import { Toolbar } from './toolbar.tsx';
import { useArranged } from './use-arranged.ts';
import { useSelection } from './use-selection.ts';
import '../ui/theme.css';
import './popup.css';
import './cutter.css';

const Cutter = lazily(() => import('./cutter.tsx'))((part) => part.Cutter);

/** The whole popup: shows the model and calls the actions. */
export function Popup({ model, actions }: { model: PopupModel; actions: PopupActions }) {
  const t = useWords();
  const { page, pictures, connection, boards, draft, run } = model;
  const boardBox = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const { shown, best, settle } = useArranged(pictures, draft);
  const { selection, changedAtMs, change } = useSelection(draft, best, actions.changeDraft);

  const isWindow = connection.state !== 'connected' || connection.isTrial || connection.through === 'pinterest';
  const isHeld =
    model.queue.isOffline ||
    model.queue.pausedUntil !== undefined ||
    connection.state !== 'connected' ||
    connection.isTrial;
  const byKey = new Map(pictures.map((picture) => [picture.key, picture]));
  const chosen = selection.keys.flatMap((key) => byKey.get(key) ?? []);
  const sendable = isWindow ? chosen.filter(hasAddress) : chosen;
  const plan = savePlan(sendable, draft, run, isWindow);
  const [target, ...others] = plan.targets;
  const isReadable = page.state !== 'unreadable' && page.state !== 'nopin';
  const hasPictures = pictures.length > 0 && (isReadable || pictures.some(({ isAdded }) => isAdded));
  const focusBoard = () => boardBox.current?.focus();

  // Focus starts where the next step is, and comes back there when what had it is gone (an *Undo* that was pressed).
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (isWindow) main.current?.querySelector<HTMLElement>('.pictures')?.focus();
    else focusBoard();
  }, [hasPictures, isWindow, run]);

  // *Select all* means all pictures shown, also those that the page still holds: each slice is chosen as it comes.
  const [isAllWanted, setAllWanted] = useState(false);
  const choose = (next: Selection) => {
    setAllWanted(false);
    change(next);
  };
  useEffect(() => {
    const order = shown.map(({ key }) => key);
    if (isAllWanted) change(selectAll(selection, order));
  }, [isAllWanted, shown]);

  // Another order and a filter are asked of all pictures, so the rest of the page's is fetched, slice by slice.
  const isMoreWanted = isAllWanted || draft.sort !== 'best' || draft.filter !== '';
  const hasMore = pictures.length < model.shownCount + model.hiddenCount;
  useEffect(() => {
    if (isMoreWanted && hasMore) actions.loadMorePictures();
  }, [isMoreWanted, hasMore, pictures.length]);

  // The question holds for these pictures and these boards only.
  const occasion = [...plan.labels, ...plan.before.map(({ key }) => key)].join(' ');
  const [askedFor, askFor] = useState<string>();
  const isAsking = plan.before.length > 0 && askedFor === occasion;

  const isStopped = sendable.length === 0 || plan.isDone || plan.isOddShape;
  const save = (which?: 'all' | 'rest') => {
    if (isStopped) return;
    if (!isWindow && !target) return focusBoard();
    if (plan.before.length > 0 && !which) return askFor(occasion);
    askFor(undefined);
    actions.save(plan.pins(which ?? 'all'));
  };
  const take = (event: Event, data: DataTransfer | null) => {
    const given = picturesIn(data);
    if (given.length === 0) return;
    event.preventDefault();
    actions.addPictures(given);
  };
  const enter = () => {
    if (!isTooSoon(changedAtMs, performance.now())) save();
  };
  const remedy = ({ id, key, label }: RunItem, wanted: Remedy) => {
    if (wanted === 'chooseBoard') {
      const refused = plan.targets.find((one) => one.label === label);
      if (refused) actions.changeDraft(toggleTarget(draft, refused));
      focusBoard();
    }
    if (wanted === 'editLink') {
      choose({ ...automatic(key), isAutomatic: false });
      actions.setMoreOpen(true);
    }
    actions.remedy(id, wanted);
  };

  return (
    <main
      ref={main}
      class={`popup ${hasPictures || page.state === 'reading' ? '' : 'is-compact'}`}
      onKeyDownCapture={settle}
      onPointerDownCapture={settle}
      onPaste={(event) => {
        // Text pasted into a field is text.
        const isText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
        if (isText && event.clipboardData?.files.length === 0) return;
        take(event, event.clipboardData);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      <Header model={model} actions={actions} />
      {connection.state === 'connected' && connection.isSandbox && <p class="sandbox">{t('popup.sandbox')}</p>}
      {hasPictures ? (
        <>
          <Toolbar
            draft={draft}
            pictures={pictures}
            shownCount={model.shownCount}
            hiddenCount={model.hiddenCount}
            selectedCount={chosen.length}
            onChange={(next) => {
              setAllWanted(false);
              actions.changeDraft(next);
            }}
            onSelectAll={() => setAllWanted(true)}
            onClear={() => choose({ ...automatic(undefined), isAutomatic: false })}
            onWantHidden={actions.loadMorePictures}
          />
          {shown.length > 0 ? (
            <Pictures
              pictures={shown}
              total={draft.filter ? shown.length : model.shownCount}
              selection={selection}
              states={tileStates(run?.items ?? [])}
              onSelect={choose}
              onSelectAll={() => setAllWanted(true)}
              onEnter={enter}
              onNearEnd={() => hasMore && actions.loadMorePictures()}
            />
          ) : (
            <p class="no-match">{t(draft.filter ? 'popup.noMatch' : 'popup.allHidden')}</p>
          )}
        </>
      ) : (
        <Placeholder page={page} onRead={actions.readPageAgain} />
      )}
      <div class="popup-notes">
        <Standing model={model} actions={actions} withoutAddress={chosen.length - sendable.length} />
        {model.shot === 'failed' && (
          <Notice
            tone="warn"
            actions={
              <Button look="text" onClick={actions.dropShot}>
                {t('popup.cut.close')}
              </Button>
            }
          >
            {t('popup.cut.failed')}
          </Notice>
        )}
        <Linked
          pictures={run ? [] : sendable}
          draft={draft}
          targets={plan.targets}
          linked={model.linked}
          boards={boards.list}
        />
        {isAsking && (
          <SavedBefore
            pictures={plan.before}
            labels={plan.labels}
            hasRest={plan.hasRest}
            onSave={save}
            onForget={() => {
              for (const { key } of plan.before) for (const label of plan.labels) actions.forgetMark(key, label);
            }}
            onLeave={() => askFor(undefined)}
          />
        )}
        <Results
          // Pictures on their way through Pinterest's window are not sent yet.
          run={model.handOver ? undefined : run}
          pictures={pictures}
          actions={actions}
          isHeld={isHeld}
          onRemedy={remedy}
        />
      </div>
      {model.handOver ? (
        <HandOver {...model.handOver} onNext={actions.nextHandOver} onStop={actions.stopHandOver} />
      ) : (
        hasPictures && (
          <footer class="popup-footer">
            {chosen.length > 0 && (
              <>
                {plan.mayBeOne && (
                  <OnePin
                    isOn={plan.isOne}
                    isPossible={!plan.isOddShape}
                    onChange={(asOne) => actions.changeDraft({ ...draft, asOne })}
                  />
                )}
                <Fields
                  pictures={spokenFor(chosen, draft, plan.isOne)}
                  draft={draft}
                  isMoreOpen={model.isMoreOpen}
                  onChange={actions.changeDraft}
                  onMore={actions.setMoreOpen}
                  onEnter={enter}
                />
              </>
            )}
            {target && 'newBoard' in target && (
              <NewBoard draft={draft} target={target} onChange={actions.changeDraft} />
            )}
            <AlsoBoards draft={draft} targets={others} onChange={actions.changeDraft} onRemoved={focusBoard} />
            <SaveBar count={plan.pinCount} isWindow={isWindow} isDisabled={isStopped} onSave={() => save()}>
              {isWindow ? (
                connection.state === 'none' && (
                  <Button look="text" onClick={actions.connect}>
                    {t('popup.connect')}
                  </Button>
                )
              ) : (
                <BoardPicker
                  boards={boards}
                  targets={plan.targets}
                  inputRef={boardBox}
                  onChoose={(next) => actions.changeDraft(withTarget(draft, next))}
                  onToggle={(next) => actions.changeDraft(toggleTarget(draft, next))}
                  onEnter={enter}
                  onLoadSections={actions.loadSections}
                  onReload={actions.loadBoardsAgain}
                />
              )}
            </SaveBar>
          </footer>
        )
      )}
      {model.shot && model.shot !== 'failed' && (
        <Cutter shot={model.shot} onCut={actions.cutShot} onCancel={actions.dropShot} />
      )}
    </main>
  );
}
