import { AppWindow, KeyRound, Server } from 'lucide-preact';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import './card.css';

/** The three ways to be connected, the first of which needs nothing. */
export function Ways({ isConnected, onOpen }: { isConnected: boolean; onOpen: () => void }) {
  const words = useWords();
  const ways = [
    { icon: AppWindow, title: words('welcome.wayWindow'), hint: words('welcome.wayWindowHint') },
    { icon: KeyRound, title: words('welcome.wayOwnApp'), hint: words('welcome.wayOwnAppHint') },
    { icon: Server, title: words('welcome.wayRelay'), hint: words('welcome.wayRelayHint') },
  ];
  return (
    <section class="card" aria-labelledby="ways-title">
      <h2 id="ways-title">{words('welcome.ways')}</h2>
      <ul>
        {ways.map(({ icon: Icon, title, hint }) => (
          <li key={title}>
            <Icon size={20} />
            <div>
              <h3>{title}</h3>
              <p>{hint}</p>
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={onOpen}>{words(isConnected ? 'welcome.openOptions' : 'welcome.connect')}</Button>
    </section>
  );
}
