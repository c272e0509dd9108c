/** What no popup needs to open: one file, which comes once the popup has drawn itself. Its styles stand in the page. */
export { HandOver } from './hand-over.tsx';
export { HiddenPanel } from './hidden-panel.tsx';
export { Linked } from './linked.tsx';
export { NewBoard } from './new-board.tsx';
export { NoPictures } from './no-pictures.tsx';
export { PickerList } from './picker-list.tsx';
export { Results } from './results.tsx';
export { SavedBefore } from './saved-before.tsx';
export { Standing } from './standing.tsx';
export { WhichPin } from './which-pin.tsx';
