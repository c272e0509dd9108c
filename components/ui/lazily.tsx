import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Components of a part of the code that comes when the first of them is to be shown; until then they show nothing. */
export function lazily<Part>(load: () => Promise<Part>) {
  let part: Part | undefined;
  return <Props extends object>(pick: (part: Part) => FunctionComponent<Props>): FunctionComponent<Props> =>
    (props) => {
      const [, redraw] = useState(false);
      useEffect(() => {
        if (part) return;
        void load().then((loaded) => {
          part = loaded;
          redraw(true);
        });
      }, []);
      const Component = part && pick(part);
      return Component ? <Component {...props} /> : null;
    };
}
