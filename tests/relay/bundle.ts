import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The worker, or another entry, as one ES module, bundled as `wrangler deploy` would. */
export async function bundleWorker(entry = new URL('../../relay/worker.ts', import.meta.url)): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      rolldownOptions: { external: /^node:/ },
      lib: {
        entry: fileURLToPath(entry),
        formats: ['es'],
        fileName: 'worker',
      },
    },
  });
  const chunk = [result].flat()[0];
  const output = chunk && 'output' in chunk ? chunk.output[0] : undefined;
  if (!output) throw new Error('nothing was bundled');
  return output.code;
}
