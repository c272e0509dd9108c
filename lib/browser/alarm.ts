import { browser } from 'wxt/browser';

const name = 'outbox';

/** Has the browser wake the worker at a time; a later call replaces an earlier one, `undefined` takes it back. */
export function wakeAt(atMs: number | undefined): void {
  if (atMs === undefined) void browser.alarms.clear(name);
  else void browser.alarms.create(name, { when: atMs });
}

/** Calls back when the time has come, also in a worker that was started for it. */
export function onWake(act: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) act();
  });
}
