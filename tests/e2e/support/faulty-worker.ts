import type { Page } from '@playwright/test';

/** What the page asks its worker for. */
export type Asked = 'read' | 'investigate' | 'rows' | 'timeline' | 'replay';

type Faulty = Window & { fault?: { readonly how: 'dies' | 'hangs'; readonly at: Asked } | null };

/**
 * Lets the worker die, or hear nothing, when the page next asks it for something: a stage hit exactly, whatever the machine.
 * To be called before the page is opened; `armFault` sets the fault.
 */
export async function faultyWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its worker below
    const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void;
    Worker.prototype.postMessage = function (this: Worker, message: { request?: { kind: string } }) {
      const page = window as Faulty;
      const hit = page.fault != null && message.request?.kind === page.fault.at ? page.fault.how : null;
      if (hit !== null) page.fault = null;
      if (hit !== 'hangs') post.call(this, message);
      if (hit === 'dies') this.dispatchEvent(new ErrorEvent('error', { message: 'it was killed', cancelable: true }));
    };
  });
}

export async function armFault(page: Page, how: 'dies' | 'hangs', at: Asked): Promise<void> {
  await page.evaluate(
    (fault) => {
      (window as Faulty).fault = fault;
    },
    { how, at },
  );
}

/** Waits until the fault that was set has come to pass. */
export async function faultStruck(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as Faulty).fault === null);
}
