'use client';

import { browserCase } from '@/lib/case/open/browser-case';
import { sampleSources } from '@/lib/case/open/sample';
import { CaseApp } from './CaseApp';

/** The page over the engine in this browser. @param base the path under which the site stands, "" at the root. */
export function BrowserCase({ base }: { readonly base: string }) {
  return <CaseApp makeStore={browserCase} sample={sampleSources(base)} />;
}
