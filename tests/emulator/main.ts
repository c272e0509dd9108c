import { startEmulator } from './start.ts';

const emulator = await startEmulator({
  tlsPort: Number(process.env['TLS_PORT'] ?? 0),
  httpPort: Number(process.env['HTTP_PORT'] ?? 0),
  seed: {
    boards: [
      { name: 'Recipes', sections: ['Desserts'] },
      { name: 'Garden' },
      { name: 'Secret plans', privacy: 'SECRET' },
    ],
  },
});

console.log(`Pinterest emulator: TLS port ${emulator.tlsPort}, HTTP and proxy port ${emulator.httpPort}`);
console.log(
  `Start Chromium with --host-resolver-rules="MAP *.pinterest.com 127.0.0.1:${emulator.tlsPort}, MAP *.pinimg.com 127.0.0.1:${emulator.tlsPort}, MAP *.amazonaws.com 127.0.0.1:${emulator.tlsPort}, MAP *.test 127.0.0.1:${emulator.tlsPort}" --ignore-certificate-errors`,
);
console.log('Then open https://kitchen.test/ ; control: https://emulator.test/_control/state');
process.once('SIGINT', () => void emulator.close());
process.once('SIGTERM', () => void emulator.close());
