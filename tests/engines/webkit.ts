import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Builder, By, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { type Driver, type Engine, fileField, type Role } from './driver';
import {
  elementNamed,
  focusOn,
  heardComplaints,
  listenForComplaints,
  pageText,
  pasteBoard,
  pastedParts,
} from './in-page';
import { savedInto } from './saved';
import { until } from './until';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

/** WebKitGTK, through WebDriver, on a screen of its own. Saves files where the desktop's settings say. */
export const webkit: Engine = {
  name: 'WebKit',
  missing: () =>
    [DRIVER, SCREEN, miniBrowser()].every((file) => file !== undefined && existsSync(file))
      ? null
      : 'WebKit is not installed: apt-get install webkit2gtk-driver xvfb',
  start: async (folder) => {
    const downloads = path.join(folder, 'saved');
    mkdirSync(downloads);
    writeFileSync(path.join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const { screen, display } = await startScreen();
    const { driver, address } = await startDriver({
      ...process.env,
      DISPLAY: display,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
    });
    const browser = await new Builder()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        }),
      )
      .build();
    await resize(browser, 1280);
    const version = `WebKitGTK ${String((await browser.getCapabilities()).get('browserVersion'))}`;
    return driverOf(browser, version, downloads, async () => {
      await browser.quit();
      driver.kill();
      screen.kill();
    });
  },
};

function miniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined;
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((name) => ['4.1', '4.0'].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`))
    .find((file) => existsSync(file));
}

/** A screen that nobody sees. */
async function startScreen(): Promise<{ readonly screen: ChildProcess; readonly display: string }> {
  const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let said = '';
  (screen.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  const number = await until('a screen', () => /^(\d+)\n/.exec(said)?.[1] ?? null);
  return { screen, display: `:${number}` };
}

/** WebKit's driver on a port that was free a moment ago, once it listens. */
async function startDriver(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly driver: ChildProcess; readonly address: string }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const address = `http://127.0.0.1:${port}`;
  const driver = spawn(DRIVER, ['--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore', env });
  await until('the driver to listen', () =>
    fetch(`${address}/status`).then(
      () => true,
      () => null,
    ),
  );
  return { driver, address };
}

async function resize(browser: WebDriver, width: number): Promise<void> {
  await browser.manage().window().setRect({ x: 0, y: 0, width, height: 1000 });
}

function driverOf(browser: WebDriver, version: string, downloads: string, close: () => Promise<void>): Driver {
  const run = <A, T>(work: (given: A) => T, given: A): Promise<T> =>
    browser.executeScript<T>(`return (${work.toString()})(${JSON.stringify(given)})`);
  const find = (role: Role, name: string) =>
    until(`the ${role} "${name}"`, () =>
      run<{ role: Role; name: string }, WebElement | null>(elementNamed as never, { role, name }),
    );
  /** An element may be drawn anew between being found and being used. */
  const act = async (role: Role, name: string, work: (found: WebElement) => Promise<void>) => {
    await until(`the ${role} "${name}" to be used`, async () => {
      try {
        await work(await find(role, name));
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'StaleElementReferenceError') return null;
        throw error;
      }
    });
  };

  return {
    version,
    open: async (address) => {
      await browser.get(address);
      await run(listenForComplaints, null);
    },
    reload: async () => {
      await browser.navigate().refresh();
      await run(listenForComplaints, null);
    },
    shows: async (...texts) => {
      for (const text of texts) {
        await until(`"${text}" on the page`, async () => ((await run(pageText, null)).includes(text) ? true : null));
      }
    },
    press: (role, name) => act(role, name, (found) => found.click()),
    choose: async (name, option) => {
      const select = await find('combobox', name);
      for (const one of await select.findElements(By.css('option'))) {
        if ((await one.getText()) === option) await one.click();
      }
    },
    write: (role, name, text) =>
      act(role, name, async (found) => {
        await found.clear();
        await found.sendKeys(text);
      }),
    chooseFiles: async (paths, field) => {
      const selector = By.css(fileField(field));
      const input = await until('the file field', async () => (await browser.findElements(selector))[0] ?? null);
      await input.sendKeys(paths.join('\n'));
    },
    saved: (act) => savedInto(downloads, act),
    pasted: async () => {
      const page = await browser.getWindowHandle();
      await browser.switchTo().newWindow('tab');
      await run(pasteBoard, null);
      for (const target of ['textarea', 'div']) {
        await run(focusOn, target);
        await (await browser.findElement(By.css(target))).sendKeys(Key.chord(Key.CONTROL, 'v'));
      }
      const parts = await run(pastedParts, null);
      await browser.close();
      await browser.switchTo().window(page);
      return parts;
    },
    run,
    complaints: () => run(heardComplaints, null),
    resize: (width) => resize(browser, width),
    screenshot: async (file) => {
      writeFileSync(file, await browser.takeScreenshot(), 'base64');
    },
    close,
  };
}
