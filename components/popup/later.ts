import { lazily } from '../ui/lazily.tsx';
import '../ui/progress.css';
import '../ui/switch.css';
import './hidden-panel.css';
import './results.css';

const ofLater = lazily(() => import('./after-opening.ts'));

export const HandOver = ofLater((part) => part.HandOver);
export const HiddenPanel = ofLater((part) => part.HiddenPanel);
export const Linked = ofLater((part) => part.Linked);
export const NewBoard = ofLater((part) => part.NewBoard);
export const NoPictures = ofLater((part) => part.NoPictures);
export const PickerList = ofLater((part) => part.PickerList);
export const Results = ofLater((part) => part.Results);
export const SavedBefore = ofLater((part) => part.SavedBefore);
export const Standing = ofLater((part) => part.Standing);
export const WhichPin = ofLater((part) => part.WhichPin);
