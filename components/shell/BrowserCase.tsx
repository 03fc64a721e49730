'use client';

import { browserCase } from '@/lib/case/browser-case';
import { CaseApp } from './CaseApp';

/** The page over the engine in this browser. */
export function BrowserCase() {
  return <CaseApp makeStore={browserCase} sample={[]} />;
}
