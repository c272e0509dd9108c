import type { Place } from '../../lib/settings/places.ts';

/** Tells a board or section from every other. */
export const keyOf = ({ boardId, sectionId }: Place) => (sectionId ? `${boardId}/${sectionId}` : boardId);
