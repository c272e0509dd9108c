import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code comes when it is first shown; until then it shows nothing. */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let Loaded: FunctionComponent<Props> | undefined;
  return (props) => {
    const [, redraw] = useState(false);
    useEffect(() => {
      if (Loaded) return;
      void load().then((loaded) => {
        Loaded = loaded;
        redraw(true);
      });
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
