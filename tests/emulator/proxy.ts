import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Answers CONNECT by a tunnel to the TLS port, whatever host was named: how Firefox is made to find us. */
export function createTunnels(tlsPort: () => number) {
  const open = new Set<Duplex>();

  function tunnel(_request: IncomingMessage, client: Duplex, head: Buffer): void {
    const upstream = connect(tlsPort(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [end, other] of [[client, upstream] as const, [upstream, client] as const]) {
      open.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        open.delete(end);
        other.destroy();
      });
    }
  }

  return {
    tunnel,
    close: () => {
      for (const end of open) end.destroy();
    },
  };
}
