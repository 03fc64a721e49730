import { SAMPLE_FILES } from '@/lib/core/sample/sample-files';
import type { Source } from '@/lib/engine/investigator';

/** What the sample's amounts are in; its files do not say. */
export const SAMPLE_UNIT = '$';

/** The sample's files on the page's own site. @param base the path under which the site stands, "" or "/tieout". */
export function sampleSources(base: string): readonly Source[] {
  return SAMPLE_FILES.map((name) => ({ kind: 'url', name, url: `${base}/sample/${name}` }));
}
