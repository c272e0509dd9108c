import { Failure } from '../../lib/failure.ts';
import type { PageSave } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';

const mostTries = 3;

/**
 * Hands saves to the worker. One that dies before it answers is asked once more: by their ids nothing is saved twice.
 * @throws Failure, the worker's, or `no-answer`
 */
export async function sendSaves(saves: PageSave[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await send('save', saves);
      return;
    } catch (error) {
      const isAnswered = error instanceof Failure && error.code !== 'no-answer';
      if (isAnswered || tries === mostTries) throw error;
    }
  }
}
