import type { ComponentChildren } from 'preact';
import { Notice } from '../ui/notice.tsx';
import type { Said } from './model.ts';
import './section.css';

type Props = { id: string; title: string; lead?: string; children: ComponentChildren };

/** One titled part of the page. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

/** What a part of the page has to say. Always there, so that screen readers hear what changes in it. */
export function Saying({ said, by }: { said: Said | undefined; by: Said['by'] }) {
  return (
    <div role="status" class="saying">
      {said?.by === by && <Notice tone={said.tone}>{said.text}</Notice>}
    </div>
  );
}
