import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from './driver';
import { startPuppeteer } from './puppeteer';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const place = () => places.find((one) => existsSync(one));

/** Gecko, through WebDriver BiDi. Saves files by preferences of its profile. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (place() ? null : 'Firefox is not installed: apt-get install firefox-esr'),
  start: async (folder) => {
    const downloads = path.join(folder, 'saved');
    const preferences = {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    };
    const options = { browser: 'firefox', executablePath: place() ?? '', extraPrefsFirefox: preferences } as const;
    return (await startPuppeteer(options, folder, downloads)).driver;
  },
};
